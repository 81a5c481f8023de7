import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { Blob, Face, Font } from 'harfbuzzjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { fontsIn } from '../../../build/pdf/characters.ts';
import { type FaceSubset, faceSubsetOf } from '../../../build/pdf/linking/face-subset.ts';
import { joinFaces } from '../../../build/pdf/linking/join-faces.ts';
import { printSite } from '../../../build/pdf/print.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { ownStreamData } from '../../../build/pdf-reading/file/streams.ts';
import { siteWith } from '../../browser/site-with.ts';

/* The faces of several prints become one of each, with the glyphs of all. */

const test = suite('pdf/linking/join-faces');
const chrome = await startChrome();
test.after(() => chrome.close());

/** The one face of a print, as its subset and as a TrueType program. */
async function print(body: string): Promise<{ subset: FaceSubset; program: Uint8Array }> {
  const document = openPdf(await printSite(chrome, await siteWith(body), new Date(0)));
  const [ref] = [...fontsIn(document.getPage(0).node.Resources()).values()];
  const subset = ref && faceSubsetOf(document.context, ref);
  if (!subset) throw new Error('Nothing was printed in a TrueType face');
  return { subset, program: programOf(document.context.lookup(ref, PDFDict)) };
}

function programOf(font: PDFDict): Uint8Array {
  const below = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const program = below.lookup(PDFName.of('FontDescriptor'), PDFDict).lookup(PDFName.of('FontFile2'));
  return ownStreamData(program as PDFRawStream);
}

/** Joins subsets in a document; returns their fonts, and each font once. */
async function join(subsets: readonly FaceSubset[]): Promise<{ document: PDFDocument; fonts: PDFRef[] }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const refs: PDFRef[] = [];
  const faces = joinFaces(() => refs.push(context.nextRef()) - 1);
  const fonts = subsets.map((subset) => faces.add(subset));
  faces.write(context, (font) => refs[font] as PDFRef);
  // Data may be compressed by another thread.
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream) || object instanceof PDFRawStream) continue;
    context.assign(
      ref,
      PDFRawStream.of(object.dict, await (object as unknown as { contents: Promise<Uint8Array> }).contents),
    );
  }
  return { document, fonts: fonts.map((font) => refs[font] as PDFRef) };
}

/** Outlines and advances of glyphs, as another program reads them. */
function drawn(program: Uint8Array, glyphs: readonly number[]): string[] {
  const font = new Font(new Face(new Blob(program), 0));
  return glyphs.map((glyph) => `${glyph} ${font.glyphToPath(glyph)} ${font.glyphHAdvance(glyph)}`);
}

const numbersOf = ({ glyphs }: FaceSubset) => glyphs.map(([number]) => number);

const [one, two] = [await print('<p>Text 1 – Éa fi</p>'), await print('<p lang="uk">Їжак, “Text” ő</p>')];

test('a joined face draws every glyph as each print does, and knows its width and character', async () => {
  const { document, fonts } = await join([one.subset, two.subset]);
  assert.is(fonts[0], fonts[1]);
  const all = faceSubsetOf(document.context, fonts[0] as PDFRef) as FaceSubset;
  const program = programOf(document.context.lookup(fonts[0], PDFDict));
  for (const { subset, program: own } of [one, two]) {
    const glyphs = numbersOf(subset);
    assert.equal(drawn(program, glyphs), drawn(own, glyphs));
    const joined = new Map(all.glyphs.map((glyph) => [glyph[0], glyph]));
    for (const glyph of subset.glyphs) assert.equal(joined.get(glyph[0]), glyph);
    for (const [glyph, text] of subset.characters) assert.is(new Map(all.characters).get(glyph), text);
  }
  assert.equal(
    numbersOf(all),
    [...new Set([...numbersOf(one.subset), ...numbersOf(two.subset)])].sort((a, b) => a - b),
  );
  assert.is(all.name, one.subset.name);
});

test('where prints have other characters for a glyph, each has a font of its own, with one program', async () => {
  const [glyph = 0, text = ''] = one.subset.characters.at(-1) ?? [];
  const characters = one.subset.characters.map(([number, its]): [number, string] => [
    number,
    number === glyph ? `${its}?` : its,
  ]);
  const { document, fonts } = await join([one.subset, { ...one.subset, characters }, two.subset]);
  assert.is.not(fonts[0], fonts[1]);
  const [first, second] = fonts.map((font) => faceSubsetOf(document.context, font));
  assert.is(new Map(first?.characters).get(glyph), text);
  assert.is(new Map(second?.characters).get(glyph), `${text}?`);
  const programs = document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => String(object).includes('Length1'));
  assert.is(programs.length, 1);
});

test('two versions of a face stay apart', async () => {
  const glyphs = one.subset.glyphs.map(([number, advance, ...rest], i): FaceSubset['glyphs'][number] => [
    number,
    i === 3 ? advance + 1 : advance,
    ...rest,
  ]);
  const { document, fonts } = await join([one.subset, { ...one.subset, glyphs }, one.subset]);
  assert.is(fonts[0], fonts[2]);
  const names = fonts.map((font) => String(document.context.lookup(font, PDFDict).get(PDFName.of('BaseFont'))));
  assert.is.not(names[0], names[1]);
  assert.match(names[1] ?? '', /^\/[A-Z]{6}\+/);
});

test('a font of a kind that is not known is none', async () => {
  const { context } = await PDFDocument.create();
  const fonts = [
    { Type: 'Font', Subtype: 'Type3' },
    { Subtype: 'Type0', Encoding: 'Identity-H' },
    {
      Subtype: 'Type0',
      Encoding: 'Identity-H',
      DescendantFonts: [{ Subtype: 'CIDFontType2', CIDToGIDMap: 'Identity' }],
    },
  ];
  const broken = (data: Uint8Array) => ({
    Subtype: 'Type0',
    Encoding: 'Identity-H',
    DescendantFonts: [
      {
        Subtype: 'CIDFontType2',
        CIDToGIDMap: 'Identity',
        BaseFont: 'A',
        FontDescriptor: { FontFile2: context.register(context.stream(data)) },
      },
    ],
  });
  for (const length of [0, 12, 40, 300, one.program.length - 3])
    fonts.push(broken(one.program.subarray(0, length)) as never);
  for (const font of fonts) assert.is(faceSubsetOf(context, context.register(context.obj(font as never))), undefined);
});

test.run();
