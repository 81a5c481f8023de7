import jpeg from 'jpeg-js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readJpeg } from '../../build/images/read-jpeg.ts';
import { startRenderer } from '../../build/images/renderer.ts';

const test = suite('images/read-jpeg');

const [width, height] = [33, 21];
const pixel = (i: number) => [i % 256, (i * 3) % 256, 255 - (i % 256), 255];
const data = Buffer.from(Array.from({ length: width * height }, (_, i) => pixel((i % width) * 7)).flat());
const file = new Uint8Array(jpeg.encode({ width, height, data }, 95).data);

test('the pixels are those of the file', async () => {
  await startRenderer();
  const read = readJpeg(file, width, height) ?? new Uint8Array();
  const known = jpeg.decode(file, { useTArray: true, formatAsRGBA: false }).data;
  assert.is(read.length, known.length);
  assert.ok(read.every((value, i) => Math.abs(value - (known[i] ?? 0)) <= 3));
});

test('what is damaged is not read', async () => {
  await startRenderer();
  assert.is(readJpeg(file.subarray(0, 100), width, height), undefined);
  assert.is(readJpeg(new TextEncoder().encode('no picture'), width, height), undefined);
});

test.run();
