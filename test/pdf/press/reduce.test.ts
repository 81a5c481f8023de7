import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reduce } from '../../../build/pdf/press/reduce.ts';

const test = suite('pdf/press/reduce');

test('each pixel is the mean of those it takes the place of', () => {
  const grey = (values: number[]) => Uint8Array.from(values.flatMap((value) => [value, value, value]));
  const raster = { width: 4, height: 2, pixels: grey([0, 100, 50, 50, 100, 200, 50, 150]) };
  const small = reduce(raster, 0.5);
  assert.equal({ ...small, pixels: [...small.pixels] }, { width: 2, height: 1, pixels: [...grey([100, 75])] });
  const third = reduce({ width: 3, height: 1, pixels: grey([0, 90, 240]) }, 2 / 3);
  assert.equal([...third.pixels], [...grey([30, 190])]);
});

test.run();
