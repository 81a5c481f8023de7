import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { markPlace } from '../../../build/reflow/page-marks/mark-place.ts';
import { markWords } from '../../../build/reflow/page-marks/mark-words.ts';
import { toXhtml } from '../../../build/theme/xhtml.ts';
import { html } from '../../epub/sample.ts';

const marker: Element = { type: 'element', tagName: 'mark', properties: {}, children: [] };

/** Marks a place in a block of HTML; the blocks begin in lines 1, 2 … as they stand in the markup. */
function marked(markup: string, line: number, word: number, text: string, letters = 0): string | false {
  const tree: Root = { type: 'root', children: html(markup) };
  let count = 0;
  visit(tree, 'element', (element) => {
    delete element.position;
    if (!/^(p|li|h2|hr|td|figcaption|pre|blockquote|figure)$/.test(element.tagName)) return;
    const point = { line: ++count, column: 1 };
    element.position = { start: point, end: point };
  });
  const done = markPlace(tree, { article: 'a1', line, column: 1, word, letters, text }, structuredClone(marker));
  return done && toXhtml(tree).replaceAll('<mark></mark>', '|');
}

test('a marker stands before the first word of the page', () => {
  assert.is(marked('<p>One two three.</p>', 1, 1, 'two three.'), '<p>One |two three.</p>');
  assert.is(marked('<p>One</p><p>two three.</p>', 2, 0, 'two three.'), '<p>One</p><p>|two three.</p>');
});

test('before a link or emphasis that begins with the word, inside one that does not', () => {
  assert.is(marked('<p>One <a><em>two</em></a> three</p>', 1, 1, 'two three'), '<p>One |<a><em>two</em></a> three</p>');
  assert.is(marked('<p><em>One two</em> three</p>', 1, 1, 'two three'), '<p><em>One |two</em> three</p>');
});

test('before all of a divided word, with whatever markup it has', () => {
  assert.is(marked('<p>One un<em>like</em>ly two</p>', 1, 1, 'kely two', 4), '<p>One |un<em>like</em>ly two</p>');
  assert.is(marked('<p>One well-known two</p>', 1, 1, 'known two', 5), '<p>One |well-known two</p>');
});

test('after a dash or a forced line’s end, at the very place', () => {
  assert.is(marked('<p>One two—three four</p>', 1, 1, 'three four', 4), '<p>One two—|three four</p>');
  assert.is(marked('<p>One two<br>three four</p>', 1, 1, 'three four', 3), '<p>One two<br/>|three four</p>');
});

test('calls are no words, and stay with the word before them', () => {
  const call = '<a class="call">1</a>';
  assert.is(marked(`<p>One${call} two</p>`, 1, 1, 'two'), `<p>One<a class="call">1</a> |two</p>`);
  assert.is(marked(`<p>${call}One two</p>`, 1, 0, 'One two'), `<p>|<a class="call">1</a>One two</p>`);
});

test('in lists, quotations, cells, captions and code', () => {
  assert.is(marked('<ul><li>A</li><li><p>B c</p></li></ul>', 2, 0, 'B c'), '<ul><li>A</li><li><p>|B c</p></li></ul>');
  assert.is(marked('<blockquote><p>A b</p></blockquote>', 2, 1, 'b'), '<blockquote><p>A |b</p></blockquote>');
  const table = (cell: string) => `<table><tbody><tr><td>A</td></tr><tr><td>${cell}</td></tr></tbody></table>`;
  assert.is(marked(table('B c'), 2, 0, 'B c'), table('|B c'));
  const figure = '<figure><img alt="x"/><figcaption>A b</figcaption></figure>';
  assert.is(marked(figure, 2, 0, 'A b'), '<figure>|<img alt="x"/><figcaption>A b</figcaption></figure>');
  const captioned =
    '<figure><figcaption>Table 1 A</figcaption><table><tbody><tr><td>b</td></tr></tbody></table></figure>';
  assert.match(String(marked(captioned, 2, 0, 'Table 1 A')), '<figcaption>|Table');
  assert.is(marked('<pre><code>a = b\n  c()</code></pre>', 1, 3, 'c()'), '<pre><code>a = b\n  |c()</code></pre>');
});

test('before a heading, which would be called by it', () => {
  assert.is(marked('<p>A</p><h2>B</h2><p>C</p>', 2, 0, 'B'), '<p>A</p>|<h2>B</h2><p>C</p>');
  assert.is(marked('<p>A</p><hr><p>C</p>', 2, 0, ''), '<p>A</p>|<hr/><p>C</p>');
});

test('nothing is marked where other words follow, or the place is not there', () => {
  assert.is(marked('<p>One two three</p>', 1, 1, 'three'), false);
  assert.is(marked('<p>One two three</p>', 1, 7, 'two'), false);
  assert.is(marked('<p>One two three</p>', 2, 1, 'two'), false);
});

test('words are found in a document through its markup', () => {
  const document =
    '<html><head><title>on the way</title></head><body><p>On <b>the</b>&#160;way, on</p><p>the way</p></body></html>';
  const all = { from: 0, to: document.length };
  const bar = () => '|';
  assert.match(String(markWords(document, 'the way, on', bar, all)), 'On |<b>the</b>&#160;way');
  assert.match(String(markWords(document, 'the way', bar, all)), '<p>|the way</p>');
  assert.match(
    String(markWords('<body><p>A &lt;b&gt; &#x26; c</p></body>', '<b> & c', bar, { from: 0, to: 99 })),
    'A |&lt;b',
  );
  const list = '<body><nav><ol><li><a href="x">The <em>way</em></a></li></ol></nav><p><a href="x">After</a></p></body>';
  const named = (inContents: boolean) => (inContents ? '#' : '|');
  assert.match(String(markWords(list, 'The way', named, { from: 0, to: list.length })), '<li><a href="x">#The');
  assert.match(String(markWords(list, 'After', named, { from: 0, to: list.length })), '<p>|<a href="x">After');
  assert.is(markWords(document, 'the street', bar, all), undefined);
  assert.is(markWords(document, 'the way', bar, { from: 0, to: 20 }), undefined);
});

test.run();
