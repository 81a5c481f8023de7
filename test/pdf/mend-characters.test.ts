import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { charactersOf, setCharacters } from '../../build/pdf/characters.ts';
import { characterMendings } from '../../build/pdf/mend-characters.ts';
import { contentStreamOf } from '../../build/pdf-reading/file/streams.ts';

const test = suite('pdf/mend-characters');

/** Puts what is mended in the place of what was read. */
function mendAll(document: PDFDocument): void {
  for (const [ref, mend] of characterMendings(document)) {
    const object = document.context.lookup(ref);
    if (object) document.context.assign(ref, mend(object));
  }
}

/** Mends a document of one font and some pages. */
async function mend(characters: [code: number, text: string][], contents: string[]) {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = context.obj({ Type: 'Font' });
  const ref = context.register(font);
  setCharacters(font, new Map(characters));
  for (const content of contents) {
    const { node } = document.addPage();
    node.set(PDFName.of('Resources'), context.obj({ Font: { F1: ref } }));
    node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(context.obj({}), Buffer.from(content))));
  }
  mendAll(document);
  return {
    characters: [...charactersOf(document.context, ref)],
    contents: document.getPages().map((page) => Buffer.from(contentStreamOf(page).stream.contents).toString('latin1')),
  };
}

const glyph = (code: string) => `5 0 Td <${code}> Tj\n`;
const said = (code: string, text: string) => `/Span<</ActualText (${text}) >> BDC\n${glyph(code)}EMC\n`;
const page = (...parts: string[]) => `BT\n/F1 9 Tf\n${parts.join('')}ET`;

test('a glyph that is always said to be something else stands for that, on all pages', async () => {
  const pages = [page(said('0007', 'a'), glyph('0008')), page(said('0007', 'a'))];
  const { characters, contents } = await mend(
    [
      [7, 'x'],
      [8, 'b'],
    ],
    pages,
  );
  assert.equal(characters, [
    [7, 'a'],
    [8, 'b'],
  ]);
  assert.equal(contents, [page(glyph('0007'), glyph('0008')), page(glyph('0007'))]);
});

test('a glyph that stands for itself on another page, or is said to be several things, stays', async () => {
  for (const pages of [
    [page(said('0007', 'a')), page(glyph('0007'))],
    [page(said('0007', 'a')), page(said('0007', 'b'))],
  ]) {
    const { characters, contents } = await mend([[7, 'x']], pages);
    assert.equal(characters, [[7, 'x']]);
    assert.equal(contents, pages);
  }
});

test('what forms show counts as what pages do', async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = context.obj({ Type: 'Font' });
  setCharacters(
    font,
    new Map([
      [7, 'x'],
      [8, 'y'],
    ]),
  );
  const ref = context.register(font);
  const fonts = { Font: { F1: ref } };
  const content = (text: string, dict = {}) => context.register(PDFRawStream.of(context.obj(dict), Buffer.from(text)));
  const form = content(page(glyph('0007'), said('0008', 'b')), { Subtype: 'Form', Resources: fonts });
  const { node } = document.addPage();
  node.set(PDFName.of('Resources'), context.obj({ ...fonts, XObject: { X1: form } }));
  node.set(PDFName.of('Contents'), content(page(said('0007', 'a'))));
  mendAll(document);
  assert.equal(
    [...charactersOf(document.context, ref)],
    [
      [7, 'x'],
      [8, 'b'],
    ],
  );
  assert.is(
    Buffer.from((context.lookup(form) as PDFRawStream).contents).toString(),
    page(glyph('0007'), glyph('0008')),
  );
});

test('a glyph that is said at times to be what it is known as stays, and only the rest is said', async () => {
  const { characters, contents } = await mend([[7, 'x']], [page(said('0007', 'x'), said('0007', 'a'))]);
  assert.equal(characters, [[7, 'x']]);
  assert.equal(contents, [page(glyph('0007'), said('0007', 'a'))]);
});

test('a glyph that is only a part of what several are said to be gets its share, though U+0000 was its character', async () => {
  const both = '/Span<</ActualText <FEFF042E0301> >> BDC\n5 0 Td <0007> Tj\n3 2 Td <0008> Tj\nEMC\n';
  const { characters, contents } = await mend(
    [
      [7, 'Ю'],
      [8, '\0'],
      [9, '\0'],
    ],
    [page(both, glyph('0007'))],
  );
  assert.equal(characters, [
    [7, 'Ю'],
    [8, '\u0301'],
  ]);
  assert.equal(contents, [page(both, glyph('0007'))]);
});

test('the dotless i is і where it is only a part of that, and stays where it is a letter', async () => {
  const both = '/Span<</ActualText <FEFF04560301> >> BDC\n5 0 Td <0007> Tj\n3 2 Td <0008> Tj\nEMC\n';
  const known: [number, string][] = [
    [7, 'ı'],
    [8, '\u0301'],
  ];
  assert.equal((await mend(known, [page(both)])).characters[0], [7, 'і']);
  assert.equal((await mend(known, [page(both), page(glyph('0007'))])).characters[0], [7, 'ı']);
});

test('a space that does not break is a space', async () => {
  const { characters, contents } = await mend(
    [[1, ' ']],
    [page('/Span<</ActualText <FEFF00A0> >> BDC\n', glyph('0001'), 'EMC\n')],
  );
  assert.equal(characters, [[1, ' ']]);
  assert.equal(contents, [page(glyph('0001'))]);
});

test.run();
