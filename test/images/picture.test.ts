import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { openRepository } from '../../build/disk/repository.ts';
import { readPicture } from '../../build/images/picture.ts';

/** Reads a picture of these bytes; gives its facts, or what was reported. */
async function read(bytes: Uint8Array) {
  const root = await mkdtemp(join(tmpdir(), 'picture-'));
  try {
    await writeFile(join(root, 'a.png'), bytes);
    const file = new VFile({ path: 'a.md' });
    const picture = await readPicture(await openRepository(root), 'a.png', file, undefined, 'a1--a');
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

/** The head and the end of a PNG. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(45);
  head.write('IEND', 37, 'latin1');
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test('a picture is known by its bytes, and named for them', async () => {
  assert.is(await read(png(30, 20)), 'a1--a.png 30 × 20');
  assert.is(await read(jpeg(1)), 'a1--a.jpg 40 × 20');
});

test('a photograph that was taken upright has the size in which it is seen', async () => {
  assert.is(await read(jpeg(6)), 'a1--a.jpg 20 × 40');
});

test('a picture of a kind that no edition shows is named, with what to make of it', async () => {
  for (const [bytes, kind] of [
    ['%PDF-1.7', 'is a PDF'],
    ['%!PS-Adobe-3.0 EPSF-3.0', 'is a PostScript file'],
    ['II*\0\x08\0\0\0', 'is a TIFF'],
    ['\0\0\0\x1cftypavif', 'is an AVIF'],
    ['\0\0\0\x1cftypheic', 'is a HEIC'],
    [`\x01\0\0\0${'\0'.repeat(36)} EMF`, 'is a metafile of Windows (EMF)'],
    ['\xd7\xcd\xc6\x9a', 'is a metafile of Windows (WMF)'],
    ['BM6\0\0\0\0\0', 'is a BMP'],
    ['PK\x03\x04', 'is a Word, Excel or ZIP file'],
    ['nothing', 'cannot be read as a picture'],
  ] as const)
    assert.ok((await read(Buffer.from(bytes, 'latin1'))).startsWith(`a.png ${kind}`), kind);
});

test('an SVG may be compressed, and have any ending', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"/>';
  for (const bytes of [Buffer.from(svg), gzipSync(svg), Buffer.from(`\ufeff${svg}`, 'utf16le')])
    assert.is(await read(bytes), 'a1--a.svg 3 × 4');
});

test('what breaks off, or no browser knows, is told', async () => {
  assert.match(await read(png(30, 20).subarray(0, 34)), 'it breaks off before its end');
  const photo = jpeg(1);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3]);
  const whole = Buffer.concat([photo.subarray(0, -2), scan, photo.subarray(-2)]);
  assert.is(await read(whole), 'a1--a.jpg 40 × 20');
  assert.match(await read(whole.subarray(0, -3)), 'it breaks off before its end');
  const frame = photo.length - 15;
  assert.match(await read(photo.with(frame + 4, 12)), 'it has 12 bits a colour');
  assert.match(await read(photo.with(frame + 1, 0xc3)), 'a method that no browser knows');
});

test('a picture without size, or of a size that no browser holds, is refused', async () => {
  assert.match(await read(png(0, 20)), '0 × 20 pixels');
  assert.match(await read(png(60_000, 60_000)), 'a.png has 60000 × 60000 pixels');
  assert.is(await read(png(8000, 8000)), 'a1--a.png 8000 × 8000');
  const gif = Buffer.from('GIF89a\x88\x13\x88\x13\x80\0\0', 'latin1');
  assert.is(await read(gif), 'a.png has 5000 × 5000 pixels, and is a GIF');
  const inks = jpeg(1);
  const frame = inks.length - 15;
  const large = inks
    .with(frame + 5, 0x13)
    .with(frame + 6, 0x88)
    .with(frame + 7, 0x13)
    .with(frame + 8, 0x88);
  assert.is(await read(large), 'a1--a.jpg 5000 × 5000');
  assert.is(await read(large.with(frame + 5, 8).with(frame + 9, 4)), 'a1--a.jpg 5000 × 2184');
  assert.is(await read(large.with(frame + 9, 4)), 'a.png has 5000 × 5000 pixels, and is a JPEG in inks (CMYK)');
});

test.run();
