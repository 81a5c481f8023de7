import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ContentsEntry, contentsOf } from '../../build/epub/contents.ts';
import { type NavPoint, ncxOf } from '../../build/epub/package/ncx.ts';
import { richIssue } from './rich-issue.ts';
import { article, issueOf } from './sample.ts';

const words = { masthead: 'Masthead', colophon: 'Colophon' };

function outline(entries: readonly ContentsEntry[], depth = 0): string[] {
  return entries.flatMap(({ text, entries: inner }) => [`${'  '.repeat(depth)}${text}`, ...outline(inner, depth + 1)]);
}

test('sections, articles and headings two levels deep', () => {
  assert.equal(outline(contentsOf(richIssue(), words)), [
    'Masthead',
    'Articles & essays',
    '  Notes & Queries: x < y in the Margins',
    '    The margins of the page',
    '      The inner margin',
    '      The outer margin',
    '    What is left & what is lost',
    '  A Table of Years',
    '    “Years” in order',
    'Reviews',
    '  Сторінка як адреса',
    '    Кінець',
    'Colophon',
  ]);
});

test('a heading of the third level before any of the second is not lost', () => {
  const one = article(1, {
    front: { authors: [{ name: 'A' }] },
    title: 'T',
    body: '<h3 id="a1--x">X</h3><h4 id="a1--y">Y</h4>',
  });
  assert.equal(outline(contentsOf(issueOf([one]), words)), ['Masthead', 'T', '  X', 'Colophon']);
});

test('a line of the contents has no link in it, no call and no id', () => {
  const title =
    'On <em id="x">A</em> <a href="https://example.org/">B</a><a class="call" href="#a1--note-1" id="a1--call-1">1</a>';
  const [, entry] = contentsOf(
    issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title, body: '<p>x</p>' })]),
    words,
  );
  assert.is(entry?.xhtml, 'On <em>A</em> B');
});

test('the NCX counts contents and pages in the order they are read in, without gaps; a section by its first article', () => {
  const pages = [
    { folio: '3', label: '3', lang: 'en', href: 'a1.xhtml#page-3' },
    { folio: '4', label: '4', lang: 'en', href: 'a3.xhtml#page-4' },
  ];
  const read = ['masthead.xhtml', 'a1.xhtml', 'a1.xhtml#page-3', 'a1.xhtml#a1--sec-margins'];
  const rest = ['a1--sec-inner', 'a1--sec-outer', 'a1--sec-end'].map((id) => `a1.xhtml#${id}`);
  const last = ['a2.xhtml', 'a2.xhtml#a2--sec-first', 'a3.xhtml', 'a3.xhtml#page-4'];
  const all = [...read, ...rest, ...last, 'a3.xhtml#a3--sec-kinets', 'colophon.xhtml'];
  const { points, pageTargets } = ncxOf(contentsOf(richIssue(), words), pages, all);
  const [, section] = points;
  assert.is(section?.src, 'a1.xhtml');
  assert.is(section?.playOrder, section?.points[0]?.playOrder);
  assert.equal(
    pageTargets.map(({ value, playOrder }) => [value, playOrder]),
    [
      [3, 3],
      [4, 11],
    ],
  );
  const orders = new Set(pageTargets.map(({ playOrder }) => playOrder));
  const collect = (list: readonly NavPoint[]): void => {
    for (const { playOrder, points: inner } of list) {
      orders.add(playOrder);
      collect(inner);
    }
  };
  collect(points);
  assert.equal(
    [...orders].sort((a, b) => a - b),
    Array.from({ length: orders.size }, (_, i) => i + 1),
  );
});

test.run();
