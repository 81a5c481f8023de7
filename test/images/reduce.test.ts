import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reduce } from '../../build/images/reduce.ts';

const test = suite('images/reduce');

const grey = (values: number[]) => Uint8Array.from(values.flatMap((value) => [value, value, value]));

test('each pixel is the mean of those it takes the place of', () => {
  const raster = { width: 4, height: 2, channels: 3, pixels: grey([0, 100, 50, 50, 100, 200, 50, 150]) } as const;
  const small = reduce(raster, 2, 1);
  assert.equal(
    { ...small, pixels: [...small.pixels] },
    { width: 2, height: 1, channels: 3, pixels: [...grey([100, 75])] },
  );
  const third = reduce({ width: 3, height: 1, channels: 3, pixels: grey([0, 90, 240]) }, 2, 1);
  assert.equal([...third.pixels], [...grey([30, 190])]);
  assert.equal(
    [...reduce({ width: 3, height: 1, channels: 1, pixels: Uint8Array.of(0, 90, 240) }, 2, 1).pixels],
    [30, 190],
  );
});

test('what is clear has no colour to lend', () => {
  const pixels = Uint8Array.of(200, 0, 0, 255, 0, 90, 0, 0, 0, 0, 0, 0, 9, 9, 9, 0);
  assert.equal([...reduce({ width: 4, height: 1, channels: 4, pixels }, 2, 1).pixels], [200, 0, 0, 128, 0, 0, 0, 0]);
});

test.run();
