import { steps } from './jpeg-tables.ts';

/*
 * The discrete cosine transform of blocks of 8 × 8, by the fast method of Arai, Agui and Nakajima (Trans. IEICE E71,
 * 1988). It leaves each coefficient larger by a factor, which the quantisation steps remove.
 */

const factors = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379];
const scales = { light: scalesOf(steps.light), difference: scalesOf(steps.difference) };

function scalesOf(of: readonly number[]): Float64Array {
  return Float64Array.from(of, (step, i) => 1 / (step * (factors[i >> 3] as number) * (factors[i & 7] as number) * 8));
}

/** Turns a block into quantised coefficients, and overwrites the block. */
export function transform(block: Float32Array, kind: keyof typeof scales, coefficients: Int32Array): void {
  for (let row = 0; row < 64; row += 8) line(block, row, 1);
  for (let column = 0; column < 8; column++) line(block, column, 8);
  const scale = scales[kind];
  for (let i = 0; i < 64; i++) coefficients[i] = Math.round((block[i] as number) * (scale[i] as number));
}

function line(block: Float32Array, from: number, step: number): void {
  const v0 = block[from] as number;
  const v1 = block[from + step] as number;
  const v2 = block[from + 2 * step] as number;
  const v3 = block[from + 3 * step] as number;
  const v4 = block[from + 4 * step] as number;
  const v5 = block[from + 5 * step] as number;
  const v6 = block[from + 6 * step] as number;
  const v7 = block[from + 7 * step] as number;
  const even0 = v0 + v7 + v3 + v4;
  const even1 = v1 + v6 + v2 + v5;
  const even3 = v0 + v7 - v3 - v4;
  const turned = (v1 + v6 - v2 - v5 + even3) * Math.SQRT1_2;
  const odd0 = v3 - v4 + v2 - v5;
  const odd1 = v2 - v5 + v1 - v6;
  const odd2 = v1 - v6 + v0 - v7;
  const both = (odd0 - odd2) * 0.382683433;
  const low = 0.5411961 * odd0 + both;
  const high = 1.306562965 * odd2 + both;
  const middle = odd1 * Math.SQRT1_2;
  const plus = v0 - v7 + middle;
  const minus = v0 - v7 - middle;
  block[from] = even0 + even1;
  block[from + 4 * step] = even0 - even1;
  block[from + 2 * step] = even3 + turned;
  block[from + 6 * step] = even3 - turned;
  block[from + 5 * step] = minus + low;
  block[from + 3 * step] = minus - low;
  block[from + step] = plus + high;
  block[from + 7 * step] = plus - high;
}
