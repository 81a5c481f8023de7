import jpeg from 'jpeg-js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pngCodec } from '../../build/images/codecs.ts';
import { smallerPicture } from '../../build/images/smaller.ts';
import type { Picture } from '../../build/issue/model.ts';

const test = suite('images/smaller');

const [width, height] = [120, 80];
/** Left half red, right half green, each with its grain; the lower half of what may be clear is. */
function pixels(clear = false): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const grain = (i * 7919) % 31;
    const isLeft = i % width < width / 2;
    data.set(
      [isLeft ? 220 + grain : grain, isLeft ? grain : 220 + grain, grain, clear && i >= data.length / 8 ? 0 : 255],
      i * 4,
    );
  }
  return data;
}
const photo = new Uint8Array(jpeg.encode({ width, height, data: pixels() }, 95).data);
const picture = (data: Uint8Array): Picture => ({ name: 'a.jpg', mediaType: 'image/jpeg', data, width, height });

/** A JPEG with another segment behind its first. */
function withSegment(marker: number, content: string): Uint8Array {
  const length = content.length + 2;
  const segment = Buffer.from(`\xff${String.fromCharCode(marker, length >> 8, length & 255)}${content}`, 'latin1');
  return new Uint8Array(Buffer.concat([photo.subarray(0, 20), segment, photo.subarray(20)]));
}

/** The colour at a place, from 0 to 1 in both directions. */
function colourAt(
  { data, width, height }: { data: ArrayLike<number>; width: number; height: number },
  x: number,
  y: number,
) {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return Array.from({ length: 4 }, (_, i) => Math.round((data[at + i] ?? 0) / 255)).join(' ');
}

test('a photograph is scaled down in its proportions, to the same bytes each time', async () => {
  const small = await smallerPicture(picture(photo), 2400);
  assert.equal([small.width, small.height, small.mediaType], [60, 40, 'image/jpeg']);
  assert.ok(small.data.length < photo.length);
  const shown = jpeg.decode(small.data);
  assert.equal([shown.width, shown.height], [60, 40]);
  assert.equal([colourAt(shown, 0.2, 0.5), colourAt(shown, 0.8, 0.5)], ['1 0 0 1', '0 1 0 1']);
  assert.equal((await smallerPicture(picture(photo), 2400)).data, small.data);
});

test('a photograph keeps its colour profile, and is written as the camera was held', async () => {
  const profile = 'ICC_PROFILE\0\x01\x01what its colours mean';
  const coloured = await smallerPicture(picture(withSegment(0xe2, profile)), 2400);
  assert.ok(Buffer.from(coloured.data).includes(Buffer.from(profile, 'latin1')));
  assert.equal([jpeg.decode(coloured.data).width, jpeg.decode(coloured.data).height], [60, 40]);
  // Exif: turn a quarter to the right to see it.
  const exif = 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0';
  const turned = { ...picture(withSegment(0xe1, exif)), width: height, height: width };
  const upright = await smallerPicture(turned, 2400);
  const shown = jpeg.decode(upright.data);
  assert.equal([upright.width, upright.height, shown.width, shown.height], [40, 60, 40, 60]);
  assert.equal([colourAt(shown, 0.5, 0.2), colourAt(shown, 0.5, 0.8)], ['1 0 0 1', '0 1 0 1']);
  assert.not.ok(Buffer.from(upright.data).includes('Exif'));
});

test('a PNG stays one, and clear where it was', async () => {
  const data = new Uint8ClampedArray(pixels(true));
  const png = await pngCodec.write({ data, width, height }, { quality: 0 });
  const small = await smallerPicture({ ...picture(png), name: 'a.png', mediaType: 'image/png' }, 2400);
  assert.equal([small.width, small.height, small.mediaType], [60, 40, 'image/png']);
  const shown = await pngCodec.read(small.data);
  assert.equal([colourAt(shown, 0.2, 0.2), colourAt(shown, 0.8, 0.2)], ['1 0 0 1', '0 1 0 1']);
  assert.match(colourAt(shown, 0.2, 0.8), / 0$/);
});

test('what is small enough, damaged, in inks or of another kind stays as it is, and does no harm to the next', async () => {
  const small = (await smallerPicture(picture(photo), 2400)).data;
  const inks = photo.slice();
  inks[photo.findIndex((byte, i) => byte === 0xff && photo[i + 1] === 0xc0) + 9] = 4;
  for (const data of [photo.subarray(0, 20), photo.subarray(0, 300), new Uint8Array(photo.length).fill(0x55), inks])
    assert.is((await smallerPicture(picture(data), 2400)).data, data);
  const png: Picture = { ...picture(photo), mediaType: 'image/png' };
  for (const other of [png, { ...png, mediaType: 'image/gif' } as const])
    assert.is(await smallerPicture(other, 2400), other);
  assert.is((await smallerPicture(picture(photo), width * height)).data, photo);
  assert.equal((await smallerPicture(picture(photo), 2400)).data, small);
});

test.run();
