import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { readPicture } from '../../build/images/picture.ts';
import { openRepository } from '../../build/repository.ts';

/** Reads a picture of these bytes; gives its facts, or what was reported. */
async function read(bytes: Uint8Array) {
  const root = await mkdtemp(join(tmpdir(), 'picture-'));
  try {
    await writeFile(join(root, 'a.png'), bytes);
    const file = new VFile({ path: 'a.md' });
    const picture = await readPicture(await openRepository(root), 'a.png', file, undefined, 'a1-a');
    return picture
      ? `${picture.name} ${picture.width} × ${picture.height}`
      : file.messages.map(({ reason }) => reason).join();
  } finally {
    await rm(root, { recursive: true });
  }
}

/** The head of a JPEG of 40 × 20 pixels, with an Exif orientation. */
function jpeg(orientation: number): Uint8Array {
  const exif = [
    ...Buffer.from('Exif\0\0MM\0*'),
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 40, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...frame, 0xff, 0xd9]);
}

/** The head of a PNG. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test('a picture is known by its bytes, and named for them', async () => {
  assert.is(await read(png(30, 20)), 'a1-a.png 30 × 20');
  assert.is(await read(jpeg(1)), 'a1-a.jpg 40 × 20');
});

test('a photograph that was taken upright has the size in which it is seen', async () => {
  assert.is(await read(jpeg(6)), 'a1-a.jpg 20 × 40');
});

test('a picture without size, or of a size that no browser holds, is refused', async () => {
  assert.match(await read(png(0, 20)), '0 × 20 pixels');
  assert.match(await read(png(60_000, 60_000)), '60000 × 60000 pixels');
});

test.run();
