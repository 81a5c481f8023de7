import { PDFDict, type PDFDocument, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { type Characters, charactersOf, fontsIn, setCharacters } from './characters.ts';
import type { Changes } from './file/objects-on-demand.ts';
import { paintedOf } from './forms.ts';
import { type Glyph, glyphsPlain, glyphsSaid, type Said } from './said-characters.ts';
import { type Content, dataOf, withData } from './streams.ts';

/** A font of whose glyphs something is said. */
interface Font {
  characters: Characters;
  /** What glyphs are said to be that is not their character, by their codes as they are written. */
  instead: Map<string, string>;
  /** The glyphs that stand for their character all the same, at times. */
  kept: Set<string>;
}

/** The content of a page, or of a form on one. */
interface Page {
  content: Content;
  said: Said[];
  fontOf: (glyph: Glyph) => Font | undefined;
}

/**
 * What has the glyphs of a document’s fonts stand for the characters that they are. Where a face uses a glyph for several characters, Chrome’s map has one of them, and the
 * page says around the glyph what else it is (`ActualText`): programs that do not read that find the letter ʼ for ’. A glyph that is always said to be something else
 * is made to stand for it; and spaces that do not break are spaces.
 */
export function mendingsOf(document: PDFDocument): Changes {
  const fonts = new Map<PDFRef, Font>();
  const contents = document.getPages().flatMap(paintedOf);
  const pages = contents.map((content): Page => {
    const said = glyphsSaid(textOf(content));
    const names = fontsIn(content.resources);
    for (const { font } of said) {
      const ref = names.get(font);
      if (ref && !fonts.has(ref))
        fonts.set(ref, { characters: charactersOf(document, ref), instead: new Map(), kept: new Set() });
    }
    return { content, said, fontOf: ({ font }) => fonts.get(names.get(font) as PDFRef) };
  });
  for (const { said, fontOf } of pages) for (const glyph of said) learn(fontOf(glyph), glyph);
  const codes = new Set([...fonts.values()].flatMap(({ instead }) => [...instead.keys()]));
  // Inflating a page twice takes less than keeping the text of all.
  for (const { content, said, fontOf } of codes.size > 0 ? pages : [])
    for (const glyph of glyphsPlain(textOf(content), codes, said)) fontOf(glyph)?.kept.add(glyph.code);

  const mendings = new Map<PDFRef, (object: PDFObject) => PDFObject>();
  for (const [ref, { characters, instead, kept }] of fonts) {
    const anew = [...instead].filter(([code]) => !kept.has(code));
    for (const [code, text] of anew) characters.set(Number.parseInt(code, 16), text);
    if (anew.length > 0) mendings.set(ref, (font) => withCharacters(font, characters));
  }
  for (const { content, said, fontOf } of pages) {
    const needless = said.filter((glyph) => isKnown(fontOf(glyph), glyph));
    if (needless.length > 0) mendings.set(content.ref, (stream) => without(stream, needless));
  }
  return mendings;
}

function textOf({ stream }: Content): string {
  const data = dataOf(stream);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
}

function learn(font: Font | undefined, glyph: Said): void {
  if (!font) return;
  const { code, text } = glyph;
  if (isKnown(font, glyph) || (font.instead.get(code) ?? text) !== text) font.kept.add(code);
  else font.instead.set(code, text);
}

/** Whether a glyph’s character is already what it is said to be. */
function isKnown(font: Font | undefined, { code, text }: Said): boolean {
  const known = font?.characters.get(Number.parseInt(code, 16));
  return known === text || (known === ' ' && text === '\u00a0');
}

function withCharacters(font: PDFObject, characters: Characters): PDFObject {
  if (font instanceof PDFDict) setCharacters(font, characters);
  return font;
}

/** A content in which some glyphs are shown without what is said of them. */
function without(stream: PDFObject, some: readonly Said[]): PDFObject {
  if (!(stream instanceof PDFRawStream)) return stream;
  const content = dataOf(stream);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { around, inside } of some) {
    parts.push(content.subarray(at, around[0]), content.subarray(...inside));
    at = around[1];
  }
  return withData(stream, Buffer.concat([...parts, content.subarray(at)]));
}
