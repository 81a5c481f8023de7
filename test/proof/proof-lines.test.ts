import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { PlaceMark } from '../../build/issue/places.ts';
import type { PlacedWord } from '../../build/pages/in-page/word-places.ts';
import { proofLines } from '../../build/proof/proof-lines.ts';

/** A page of 400 px with words of 40 × 10 px at these places. */
const page = (...places: [left: number, top: number][]) => ({
  width: 400,
  height: 600,
  words: places.map(
    ([left, top]): PlacedWord => ({
      text: 'word',
      left,
      top,
      width: 40,
      height: 10,
      block: 'a:1:1' as PlaceMark,
      note: '',
      word: 0,
      letters: 0,
    }),
  ),
});

const told = (placed: ReturnType<typeof page>) =>
  proofLines(placed).map(({ number, side, middle }) => `${number} ${side} ${middle}`);

test('the lines of one column are counted from the top', () => {
  assert.equal(told(page([50, 100], [95, 100], [50, 112], [50, 124])), ['1 left 105', '2 left 117', '3 left 129']);
});

test('those of a second column go on after the first, and have their numbers at the right', () => {
  assert.equal(told(page([50, 100], [50, 112], [220, 100], [220, 112])), [
    '1 left 105',
    '2 left 117',
    '3 right 105',
    '4 right 117',
  ]);
});

test('the cells of a row are one line, a raised word is on the line that it stands in', () => {
  assert.equal(told(page([50, 100], [130, 100], [50, 112], [92, 109], [136, 112])), ['1 left 105', '2 left 117']);
});

test('what runs over both columns parts them', () => {
  const wide = [50, 95, 140, 185, 230, 275].map((left): [number, number] => [left, 50]);
  const below = wide.map(([left]): [number, number] => [left, 200]);
  assert.equal(told(page(...wide, [50, 100], [220, 100], ...below)), [
    '1 left 55',
    '2 left 105',
    '3 right 105',
    '4 left 205',
  ]);
});

test('calls and pictures are no lines', () => {
  const { words, ...size } = page([50, 100], [50, 112]);
  const [first, second] = words as [PlacedWord, PlacedWord];
  assert.equal(told({ ...size, words: [first, { ...second, sign: 'picture' }] }), ['1 left 105']);
});

test.run();
