import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DeskPage } from '../../build/desk/desk-state.ts';
import { changedLines } from '../../build/desk/in-page/pages/changed-lines.ts';
import { matchPages } from '../../build/desk/in-page/pages/match-pages.ts';
import { pageBox, zoomScale } from '../../build/desk/in-page/pages/page-boxes.ts';
import { baselineIn, linesOf, type TextLine } from '../../build/desk/in-page/pages/text-lines.ts';
import { nextZoom, readPlace, savedView, usualView, writePlace } from '../../build/desk/in-page/view.ts';

/** Pages as `a1 a2 b1`: the article and the look of each. */
const pagesOf = (text: string): DeskPage[] =>
  text.split(' ').map((one, i) => ({
    index: i + 1,
    folio: String(i + 1),
    unit: one.charAt(0),
    number: 1,
    hash: one,
    of: one.charAt(0),
  }));
const matched = (before: string, after: string) => matchPages(pagesOf(before), pagesOf(after)).join(' ');

test('pages are found again: alike ones from both ends of their article, others in turn', () => {
  assert.is(matched('a1 a2 b1', 'a1 a2 b1'), '0 1 2');
  assert.is(matched('a1 a2 b1', 'a1 aX b1'), '0 1 2');
  assert.is(matched('a1 a2 a3', 'a1 aX a2 a3'), '0 -1 1 2');
  assert.is(matched('a1 a2 a3', 'a1 a3'), '0 2');
  assert.is(matched('a1 a1 a1', 'a1 a1'), '0 1');
  assert.is(matched('a1 a2 a3', 'aX aY aZ aW'), '0 1 2 -1');
});

test('pages of other articles are not confused with them, wherever they move', () => {
  assert.is(matched('a1 b1 b2', 'b1 b2 a1'), '1 2 0');
  assert.is(matched('a1 b1', 'c1 a1 b1'), '-1 0 1');
  assert.is(matched('a1 b1 c1', 'a1 c1'), '0 2');
});

const line = (text: string, top = 0): TextLine => ({ text, left: 0, top, width: 100, height: 10, baseline: top + 8 });
const changed = (before: string[], after: string[]) =>
  changedLines(
    before.map((one) => line(one)),
    after.map((one) => line(one)),
  ).map(({ line: { text }, isEdited }) => (isEdited ? text : `(${text})`));

test('lines that are new or have other words are changed; those that moved, and folios, are not', () => {
  assert.equal(changed(['one', 'two', '7'], ['one', 'two', '8']), []);
  assert.equal(changed(['one', 'two'], ['two', 'one']), []);
  assert.equal(changed(['one', 'two'], ['one', 'new', 'two']), ['new']);
  assert.equal(changed(['one', 'two'], ['one', 'two', 'two']), ['two']);
});

test('a line with a new word is told from those that the same words only broke into', () => {
  const before = ['the map of the', 'old town was', 'made by hand'];
  assert.equal(changed(before, ['the fine map of', 'the old town', 'was made by', 'hand']), [
    'the fine map of',
    '(the old town)',
    '(was made by)',
    '(hand)',
  ]);
  assert.equal(changed(['a hand-', 'some town'], ['a handsome', 'town']), ['a handsome', '(town)']);
  assert.equal(changed(['a very old', 'town'], ['a old town']), ['a old town']);
});

test('runs of text are joined into lines, within their column', () => {
  const run = (str: string, left: number, rise: number, size = 10) => ({
    str,
    width: str.length * 5,
    height: size,
    transform: [size, 0, 0, size, left, rise],
  });
  const lines = linesOf(
    [
      run('A line', 50, 700),
      run(' ', 80, 700, 0),
      run('with', 85, 700),
      run('2', 105, 704, 6),
      run('next', 50, 688),
      run('right', 300, 700),
    ],
    800,
  );
  assert.equal(
    lines.map(({ text }) => text),
    ['A line with2', 'next', 'right'],
  );
  assert.is(lines[0]?.left, 50);
  assert.is(lines[0]?.baseline, 100);
});

test('the baselines of a grid are those of most lines in it', () => {
  const lines = [20, 32, 44, 51].map((top) => line('text', top));
  assert.is(baselineIn(lines, { top: 20, line: 12, bottom: 80 }), 8);
  assert.is(baselineIn([], { top: 20, line: 12, bottom: 80 }), 12);
});

test('an address leads to what it was written for', () => {
  const view = { ...usualView, layout: 'single', zoom: 'width', hasGrid: true } as const;
  for (const [index, folio, isOnly] of [
    [51, '47', true],
    [1, '', false],
    [4, 'ii/2 ä', true],
    [9, '7', false],
  ] as const) {
    const { view: read, ...place } = readPlace(writePlace(index, folio, isOnly, view));
    assert.equal(place, folio && isOnly ? { folio } : { index });
    assert.equal({ ...usualView, ...read }, view);
  }
  assert.equal(readPlace('#p47'), { folio: '47', view: {} });
  assert.equal(readPlace('#i51&zoom=9999'), { index: 51, view: { zoom: 400 } });
  for (const hash of ['', '#', '#pages', '#x&zoom=no&view=other', '#p%E0%A4%A'])
    assert.not.throws(() => readPlace(hash), hash);
});

test('a view that was remembered wrongly is the usual one', () => {
  assert.equal(savedView('{"zoom":"width","other":1}', false), { ...usualView, zoom: 'width' });
  assert.equal(savedView('no JSON', false), usualView);
  assert.equal(savedView(undefined, false), usualView);
  assert.is(savedView(undefined, true).layout, 'single');
});

test('the zoom goes by steps, and ends at its limits', () => {
  assert.is(nextZoom(100, 1), 110);
  assert.is(nextZoom(100, -1), 90);
  assert.is(nextZoom(85, 1), 90);
  assert.is(nextZoom(400, 1), 400);
  assert.is(nextZoom(25, -1), 25);
});

test('a page is cut to its trim, or shown with its bleed', () => {
  const [trim, sheet] = [
    { width: 100, height: 200 },
    { width: 120, height: 220 },
  ];
  assert.equal(pageBox(trim, trim, 2, false).sheet, { width: 200, height: 400, left: 0, top: 0 });
  const cut = pageBox(sheet, trim, 2, false);
  assert.equal(cut.box, { width: 200, height: 400 });
  assert.equal(cut.sheet, { width: 240, height: 440, left: -20, top: -20 });
  const whole = pageBox(sheet, trim, 2, true);
  assert.equal([whole.box, whole.trim], [{ width: 240, height: 440 }, 20]);
  assert.is(zoomScale({ ...usualView, zoom: 150 }, trim, { width: 1, height: 1 }), 2);
});

test.run();
