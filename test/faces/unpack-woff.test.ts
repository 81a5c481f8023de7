import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprintRoot } from '../../build/disk/repository.ts';
import { coverageOf } from '../../build/faces/coverage.ts';
import { fontFacts } from '../../build/faces/font-facts.ts';
import { fontHeights } from '../../build/faces/font-heights.ts';
import { plainFont } from '../../build/faces/plain-font.ts';
import { unpackWoff } from '../../build/faces/unpack-woff.ts';

const path = join(
  offprintRoot,
  'node_modules/@fontsource/noto-serif-armenian/files/noto-serif-armenian-armenian-600-normal.woff',
);
const packed = new Uint8Array(await readFile(path));

test('a packed font is the font that it was: its letters, its name and weight', async () => {
  const font = unpackWoff(packed);
  assert.ok(coverageOf(font)('Սարգսյան'));
  assert.not(coverageOf(font)('я'));
  const { family, weight, kind } = fontFacts(font);
  assert.equal([family, weight, kind], ['Noto Serif Armenian SemiBold', 600, 'truetype']);
  assert.equal(await plainFont(packed), font);
  assert.ok(Math.abs((fontHeights(font) ?? 0) - 0.625) < 0.01);
});

test('one that is cut off is an error', () => {
  assert.throws(() => unpackWoff(packed.subarray(0, packed.length - 400)));
});

test.run();
