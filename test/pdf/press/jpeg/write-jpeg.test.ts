import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeJpeg } from '../../../../build/pdf/press/jpeg/write-jpeg.ts';

const test = suite('pdf/press/jpeg/write-jpeg');

/** Decoded as in a PDF, by somebody else’s decoder. */
function read(jpeg: Uint8Array): { width: number; height: number; channels: number; data: Uint8Array } {
  const image = new JpegImage({ decodeTransform: null } as object);
  image.parse(jpeg);
  const { width, height, numComponents } = image;
  return { width, height, channels: numComponents, data: image.getData({ width, height, isSourcePDF: true }) };
}

const mean = (one: Uint8Array, other: Uint8Array) =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;

/** Soft runs of the four inks, and a sharp edge. */
function inks(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 4 }, (_, i) => {
    const [x, y] = [Math.floor(i / 4) % width, Math.floor(i / 4 / width)];
    const edge = x > width / 2 ? 60 : 0;
    return [x * 3, y * 3, 120 + 80 * Math.sin(x / 9), edge + y][i % 4] as number;
  });
}

test('four inks come back as they were, but for little, in sizes that make no whole blocks', () => {
  for (const [width, height] of [
    [64, 48],
    [61, 43],
    [1, 1],
    [8, 9],
  ] as const) {
    const data = inks(width, height);
    const back = read(writeJpeg(data, width, height, 4));
    assert.equal([back.width, back.height, back.channels], [width, height, 4]);
    assert.ok(mean(data, back.data) < 1.6, `${width} × ${height}: ${mean(data, back.data)}`);
  }
});

test('grey comes back as it was', () => {
  const data = Uint8Array.from({ length: 50 * 30 }, (_, i) => (i % 50) * 5);
  const back = read(writeJpeg(data, 50, 30, 1));
  assert.is(back.channels, 1);
  assert.ok(mean(data, back.data) < 1);
});

test('solid inks and bare paper stay what they are', () => {
  for (const ink of [
    [0, 0, 0, 0],
    [0, 0, 0, 255],
    [255, 255, 255, 255],
    [255, 0, 0, 0],
    [0, 255, 0, 0],
    [0, 0, 255, 0],
  ]) {
    const data = Uint8Array.from({ length: 16 * 16 * 4 }, (_, i) => ink[i % 4] as number);
    const { data: back } = read(writeJpeg(data, 16, 16, 4));
    const most = Math.max(...data.map((value, at) => Math.abs(value - (back[at] ?? 0))));
    assert.ok(most <= 2, `${ink}: ${most}`);
  }
});

test('noise, in which every coefficient counts, is read to the end', () => {
  let seed = 1;
  const data = Uint8Array.from({ length: 40 * 40 * 4 }, () => {
    seed = (seed * 48271) % 2147483647;
    return seed & 255;
  });
  assert.ok(mean(data, read(writeJpeg(data, 40, 40, 4)).data) < 4);
});

test('a photograph takes a fraction of its pixels’ room', () => {
  const data = inks(400, 300);
  assert.ok(writeJpeg(data, 400, 300, 4).length < data.length / 8);
});

test.run();
