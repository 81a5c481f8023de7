import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { houseLanguages } from '../../build/languages/languages.ts';
import { adapt } from '../../build/reflow/adapt.ts';
import { bookTargets } from '../../build/reflow/targets.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';
import { richIssue } from '../epub/rich-issue.ts';
import { html } from '../epub/sample.ts';

const issue = richIssue();
const words = { table: 'Table' };
const targets = bookTargets(issue, { words: {}, languages: houseLanguages });

function adapted(markup: string, number = 1): string {
  const article = issue.articles[number - 1];
  if (!article) throw new Error(`No article ${number}`);
  return toXhtml(adapt(html(markup), article, targets, words));
}

function pageReference(id: string): string {
  return `<a class="page-reference" href="#${id}">p. <span class="folio">?</span></a>`;
}

test('two calls side by side are two numbers to who hears or copies them', () => {
  const text = (html: string) => html.replace(/<[^>]*>/g, '');
  const call = (number: number, more = '') =>
    `<a class="call${more}" href="#a1--note-1" id="a1--call-${number}">${number}</a>`;
  assert.is(text(adapted(`place${call(1)}${call(2, ' next-call')}${call(3, ' next-call')}.`)), 'place1\u00a02\u00a03.');
});

test('a call is a noteref', () => {
  assert.is(
    adapted('<a class="call" href="#a1--note-1" id="a1--call-1">1</a>'),
    '<a epub:type="noteref" role="doc-noteref" class="call" href="#a1--note-1" id="a1--call-1">1</a>',
  );
});

test('a title in a source is cited, and the name of a repeated author is there for who listens', () => {
  assert.is(adapted('<p class="source">N. N., <em>Title</em></p>'), '<p class="source">N. N., <cite>Title</cite></p>');
  assert.is(
    adapted(
      '<h2 id="a1--x">Works</h2><section class="references"><ul><li><span class="again" aria-label="N. N.">———</span> One</li></ul></section>',
    ).replaceAll('\n', ''),
    '<h2 id="a1--x">Works</h2><section epub:type="bibliography" role="doc-bibliography" class="references" aria-labelledby="a1--x"><ul><li><span class="again" aria-hidden="true">———</span><span class="unseen">N. N.</span> One</li></ul></section>',
  );
});

test('a link leads to the file of its article', () => {
  assert.is(adapted('<a href="#a1--fig-way">Figure 1</a>'), '<a href="#a1--fig-way">Figure 1</a>');
  assert.is(adapted('<a href="#a2--tbl-years">T</a>'), '<a href="a2.xhtml#a2--tbl-years">T</a>');
  assert.is(adapted('<a href="https://example.org/#a2--x">T</a>'), '<a href="https://example.org/#a2--x">T</a>');
});

test('a page reference says the name of its target', () => {
  assert.is(adapted(pageReference('a1--fig-way')), '<a href="#a1--fig-way">Figure\u00a01</a>');
  assert.is(adapted(pageReference('a2--tbl-years')), '<a href="a2.xhtml#a2--tbl-years">Table\u00a01</a>');
  assert.is(adapted(pageReference('a1--sec-inner')), '<a href="#a1--sec-inner">“The inner margin”</a>');
  assert.is(adapted(pageReference('a1--note-2')), '<a href="#a1--note-2">Note\u00a02</a>');
  assert.is(adapted(pageReference('a2')), '<a href="a2.xhtml#a2">“A Table of Years”</a>');
});

test('with a print edition a page reference says its page, and leads to what it names', () => {
  const [article] = issue.articles;
  assert.ok(article);
  const printed = bookTargets(issue, { words: {}, languages: houseLanguages }, { 'a1--fig-way': '12' });
  assert.is(
    toXhtml(adapt(html(pageReference('a1--fig-way')), article, printed, words)),
    '<a href="#a1--fig-way">p. 12</a>',
  );
  assert.match(toXhtml(adapt(html(pageReference('a2')), article, printed, words)), /“A Table of Years”/);
});

test('quotation marks are those of the language it is said in', () => {
  assert.is(adapted(pageReference('a2--sec-first')), '<a href="a2.xhtml#a2--sec-first">“‘Years’ in order”</a>');
  assert.match(adapted(pageReference('a2--sec-first'), 3), /lang="en-GB" xml:lang="en-GB">«„Years“ in order»</);
});

test('what has no name is called by its article', () => {
  assert.is(adapted(pageReference('a2--elsewhere')), '<a href="a2.xhtml#a2--elsewhere">“A Table of Years”</a>');
});

test('blocks say what they are', () => {
  assert.match(adapted('<aside class="pullquote"><p>x</p></aside>'), /<div epub:type="pullquote" role="doc-pullquote"/);
  assert.match(adapted('<blockquote class="epigraph"><p>x</p></blockquote>'), /role="doc-epigraph"/);
  assert.match(adapted('<div class="interview"><p>x</p></div>'), /epub:type="qna" role="doc-qna"/);
});

test('a table scrolls in a box, and images have whole sizes', () => {
  assert.match(
    adapted('<table><tbody><tr><td>x</td></tr></tbody></table>'),
    /^<div class="table-box" role="group" aria-label="Table" tabindex="0">\n<table>/,
  );
  assert.match(adapted('<img src="images/x.svg" alt="x" width="300.5" height="0.2">'), /width="301" height="1"/);
});

test('decimal signs of a column of numbers stand under each other, by signs that are not seen', () => {
  const cell = (text: string, point: number) =>
    `<tr><td class="right number" data-column="1" data-point="${point}">${text}</td></tr>`;
  const call = '<a class="call" href="#a1--note-1" id="a1--call-9">9</a>';
  const rows = adapted(`<table><tbody>${cell('12.25%', 2)}${cell(`7${call}`, 1)}${cell('1.5', 1)}</tbody></table>`);
  assert.not.match(rows, /data-point|data-column/);
  const afterNumbers = [...rows.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) =>
    text.replace(/<a .*?<\/a>/, '').replace(/<span class="room( raised)?" data-room="(.*?)"><\/span>/g, '[$2]'),
  );
  assert.equal(afterNumbers, ['12.25%[0]', '7[.00%]', '1.5[0%][0]']);
});

test('a table too wide for a small screen can be stacked there: cells have their heads, and are still cells', () => {
  const words = ['Responsibility', 'Representation', 'Administration', 'Characteristics'];
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((one) => `<${tag}>${one}</${tag}>`).join('')}</tr>`;
  const table = (texts: readonly string[]) =>
    adapted(`<table><thead>${row('th', texts)}</thead><tbody>${row('td', texts)}</tbody></table>`);
  const wide = table(words);
  assert.match(wide, /<div class="table-box stack-30"/);
  assert.match(wide, /<table role="table">/);
  assert.match(wide, /<td role="cell" data-head="Characteristics:">Characteristics<\/td>/);
  assert.match(table(['Discharge, m<sup>3</sup>', ...words]), /data-head="Discharge, m³:"/);
  assert.match(table([...words, ...words, ...words]), /<div class="table-box stacked"/);
  assert.match(table(['a', 'b']), /<div class="table-box" /);
});

test('the tree that was given stays as it is', () => {
  const tree = html(pageReference('a2'));
  const before = JSON.stringify(tree);
  adapt(tree, issue.articles[0] as (typeof issue.articles)[0], targets, words);
  assert.is(JSON.stringify(tree), before);
});

test.run();
