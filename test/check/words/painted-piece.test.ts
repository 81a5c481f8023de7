import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startsNewLine } from '../../../build/check/words/painted-piece.ts';

const spot = (x: number, y: number, page = 1) => ({ page, x, y, size: 10 });

test('text that goes on in the next column at the same height is elsewhere; after a word, or a raised call, it is not', () => {
  assert.ok(startsNewLine(spot(200, 700), spot(214, 700)));
  assert.ok(startsNewLine(spot(200, 700), spot(40, 700)));
  assert.ok(startsNewLine(spot(200, 700), spot(40, 688)));
  assert.ok(startsNewLine(spot(200, 700), spot(200, 700, 2)));
  assert.not(startsNewLine(spot(200, 700), spot(203, 700)));
  assert.not(startsNewLine(spot(200, 700), spot(200, 704)));
});

test('text from right to left goes on at the left, after a wide letter, or before figures in it', () => {
  assert.not(startsNewLine(spot(200, 700), spot(170, 700)));
  assert.ok(startsNewLine(spot(200, 700), spot(150, 700)));
});

test.run();
