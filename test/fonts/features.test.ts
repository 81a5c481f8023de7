import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Blob, Face, Font, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import { parse } from 'postcss';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprintRoot } from '../../build/disk/repository.ts';
import { cutFace } from '../../build/fonts/cut-face.mjs';
import { featuresFor, featuresIn } from '../../build/fonts/features.ts';

const fonts = join(offprintRoot, 'node_modules/@expo-google-fonts');

/** The widths of the glyphs of a text: they show whether its letters are joined. */
function widthsOf(data: Uint8Array, text: string): number[] {
  const buffer = new ShapeBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(new Font(new Face(new Blob(data.slice().buffer as ArrayBuffer))), buffer, []);
  return buffer.getGlyphPositions().map(({ xAdvance }) => xAdvance);
}

for (const [text, path] of [
  ['محمد علي', 'amiri/400Regular/Amiri_400Regular.ttf'],
  ['क्षत्रिय', 'noto-serif-devanagari/400Regular/NotoSerifDevanagari_400Regular.ttf'],
  ['בְּרֵאשִׁית', 'noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf'],
] as const)
  test(`a face that is cut down, for an e-book or a drawing, still joins and places letters: ${text}`, async () => {
    const data = new Uint8Array(await readFile(join(fonts, path)));
    for (const features of [featuresIn(parse('')), featuresFor(text)]) {
      const cut = await cutFace({ data, text, format: 'truetype', features });
      assert.equal(widthsOf(cut, text), widthsOf(data, text));
    }
  });

test('Latin letters of a drawing keep their kerning alone', () => {
  assert.equal(featuresFor('AVATAR'), ['kern']);
});

test.run();
