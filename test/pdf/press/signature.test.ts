import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { saddleStitch } from '../../../build/pdf/press/signature.ts';
import { spineWidth } from '../../../build/pdf/press/spine.ts';

const test = suite('pdf/press/signature');

/** Numbers as they are printed, 0 for an empty page. */
const numbers = (pages: number) => saddleStitch(pages).map(({ left = -1, right = -1 }) => [left + 1, right + 1]);

test('eight pages are two sheets, the outer one first', () => {
  assert.equal(numbers(8), [
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5],
  ]);
});

test('what is missing of a whole sheet is empty, at the end', () => {
  assert.equal(numbers(5).slice(0, 3), [
    [0, 1],
    [2, 0],
    [0, 3],
  ]);
});

test('of any number, every page is there once, and folding brings them in order', () => {
  for (let pages = 1; pages <= 120; pages++) {
    const spreads = saddleStitch(pages);
    assert.is(spreads.length, Math.ceil(pages / 4) * 2);
    const leaves = spreads.flatMap(({ left, right }, side) => (side % 2 === 0 ? [right] : [left]));
    const back = spreads.flatMap(({ left, right }, side) => (side % 2 === 0 ? [left] : [right])).reverse();
    const all = [...leaves, ...back].filter((page) => page !== undefined);
    assert.equal(
      all,
      Array.from({ length: pages }, (_, page) => page),
    );
  }
});

test('the spine is as thick as the leaves, unless it is told or the issue is stapled', () => {
  const auto = { spine: 'auto', imposition: 'none' } as const;
  assert.is(spineWidth(176, { ...auto, paper: 0.117 }), 10.3);
  assert.is(spineWidth(51, auto), 2.6);
  assert.is(spineWidth(176, { ...auto, spine: 9 }), 9);
  assert.is(spineWidth(176, { ...auto, imposition: 'saddle-stitch' }), 0);
});

test.run();
