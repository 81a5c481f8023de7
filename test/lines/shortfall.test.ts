import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Line } from '../../build/lines/breaking/line.ts';
import type { LineStyle } from '../../build/lines/line-style.ts';
import { shortfall } from '../../build/lines/shortfall.ts';

const style = { 'line-limit': 6, 'letter-stretch': 0.01, 'letter-shrink': 0, 'letter-least': 0 } as LineStyle;
const line = { ratio: 9, spacing: 1, natural: 100, measure: 200, glue: 10, letters: 300, gaps: 3 } as Line;

test('a line that cannot be filled is left short, with spaces as wide as they are, and is not full of holes as well', () => {
  assert.is(shortfall(line, style), 97);
});

test('one that can is filled, and so is any where the style sets no limit', () => {
  assert.is(shortfall({ ...line, ratio: 6 }, style), 0);
  assert.is(shortfall(line, { ...style, 'line-limit': 0 }), 0);
});

test.run();
