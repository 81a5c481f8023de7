import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contentsOf, type Entry } from '../../build/epub/contents.ts';
import { navPointsOf } from '../../build/epub/ncx.ts';
import { richIssue } from './rich-issue.ts';
import { article, issueOf } from './sample.ts';

const words = { masthead: 'Masthead', colophon: 'Colophon' };

function outline(entries: readonly Entry[], depth = 0): string[] {
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
    body: '<h3 id="a1-x">X</h3><h4 id="a1-y">Y</h4>',
  });
  assert.equal(outline(contentsOf(issueOf([one]), words)), ['Masthead', 'T', '  X', 'Colophon']);
});

test('a line of the contents has no link in it, no call and no id', () => {
  const title =
    'On <em id="x">A</em> <a href="https://example.org/">B</a><a class="call" href="#a1-note-1" id="a1-call-1">1</a>';
  const [, entry] = contentsOf(
    issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title, body: '<p>x</p>' })]),
    words,
  );
  assert.is(entry?.xhtml, 'On <em>A</em> B');
});

test('the NCX counts targets without gaps, a section by its first article', () => {
  const [, section] = navPointsOf(contentsOf(richIssue(), words));
  assert.is(section?.src, 'article-01.xhtml');
  assert.is(section?.playOrder, section?.points[0]?.playOrder);
  const orders = new Set<number>();
  const collect = (points: ReturnType<typeof navPointsOf>): void => {
    for (const { playOrder, points: inner } of points) {
      orders.add(playOrder);
      collect(inner);
    }
  };
  collect(navPointsOf(contentsOf(richIssue(), words)));
  assert.equal(
    [...orders],
    Array.from({ length: orders.size }, (_, i) => i + 1),
  );
});

test.run();
