import opentype from 'opentype.js';
import subsetFont from 'subset-font';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { coverageOf } from '../../build/faces/coverage.ts';
import { ownName, reservedNames } from '../../build/fonts/own-name.ts';
import { readStyle } from '../../build/styles/style.ts';

const repository = await openRepository(offprintRoot);
const faces = (await Promise.all(['quarterly', 'essay'].map((name) => readStyle(repository, name, 'epub')))).flatMap(
  ({ faces }) => faces,
);

test('no face that is cut down bears a name that its licence reserves, and each still says whose work it is', async () => {
  let reserved = 0;
  for (const face of faces) {
    const names = reservedNames(face.licence ?? '');
    if (names.length > 0) reserved++;
    const letter = [...'Aאعաაअ'].find((one) => coverageOf(face.data)(one)) ?? '';
    const cut = await subsetFont(Buffer.from(ownName(face)), letter, { targetFormat: 'truetype' });
    const font = opentype.parse(cut.buffer.slice(cut.byteOffset, cut.byteOffset + cut.length) as ArrayBuffer);
    assert.ok(font.charToGlyphIndex(letter) > 0);
    for (const table of Object.values(
      font.names as unknown as Record<string, Record<string, Record<string, string>>>,
    )) {
      for (const [id, texts] of Object.entries(table)) {
        if (/copyright|trademark|manufacturer|designer|license|URL/i.test(id)) continue;
        for (const text of Object.values(texts))
          for (const name of names) assert.not.match(text, new RegExp(name, 'i'), face.family);
      }
    }
  }
  assert.ok(reserved > 0);
});

test('reserved names are read from a licence', () => {
  const text =
    'Copyright 2014 Adobe, with Reserved Font Name \'Source\'.\n\n-----------------------------------------------------------\nSIL OPEN FONT LICENSE\n"Reserved Font Name" refers to any names';
  assert.equal(reservedNames(text), ['Source']);
  assert.equal(reservedNames('Copyright, with Reserved Font Names "A B" and "C".'), ['A B', 'C']);
  assert.equal(reservedNames('Copyright 2022 The Noto Project Authors'), []);
});

test.run();
