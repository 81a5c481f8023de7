import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pageWords } from '../../build/compare/pdf/page-words.ts';
import type { PageSign } from '../../build/pdf-reading/page-signs.ts';

/** The signs of a line, of which each is as wide as it is told: a narrow i, a wide M. */
function line(text: string, left: number, baseline: number): PageSign[] {
  let at = left;
  return [...text].map((sign) => {
    const from = at;
    at += sign === 'M' ? 9 : sign === 'i' ? 2 : 5;
    return {
      text: sign,
      box: [from, baseline - 2.2, at, baseline + 7.5],
      middle: [(from + at) / 2, baseline + 2.5],
      size: 10,
    };
  });
}

test('a word covers just its own letters, whatever their widths', () => {
  const words = pageWords(line('iii MMM end', 40, 200), 400);
  assert.equal(
    words.map(({ text, areas }) => [text, ...areas.map(([left, , right]) => `${left}–${right}`)]),
    [
      ['iii', '40–46'],
      ['MMM', '51–78'],
      ['end', '83–98'],
    ],
  );
});

test('a word that a line’s end divides covers both parts, and lines are counted in their column', () => {
  const words = pageWords(
    [
      ...line('a foot-', 40, 200),
      ...line('note ends', 40, 188),
      ...line('The second', 220, 200),
      ...line('column', 220, 188),
    ],
    400,
  );
  const told = words.map(({ text, areas, line: number, column }) => [text, areas.length, number, column]);
  assert.equal(told, [
    ['a', 1, 1, 1],
    ['footnote', 2, 1, 1],
    ['ends', 1, 2, 1],
    ['The', 1, 1, 2],
    ['second', 1, 1, 2],
    ['column', 1, 2, 2],
  ]);
});

test('words that only a gap divides are two, and letters that a mark is raised among are one', () => {
  const words = pageWords([...line('one', 40, 200), ...line('two', 62, 200), ...line('7', 77, 203)], 400);
  assert.equal(
    words.map(({ text }) => text),
    ['one', 'two7'],
  );
});

test.run();
