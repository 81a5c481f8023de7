import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { type Characters, charactersOf, fontsOfPage, setCharacters } from './characters.ts';
import { readSaid, type Said, type Shown } from './said-characters.ts';
import { contentOf, dataOf, replaceContent } from './streams.ts';

/**
 * Has the glyphs of a document’s fonts stand for the characters that they are. Where a face uses a glyph for several characters, Chrome’s map has one of them, and the
 * page says around the glyph what else it is (`ActualText`): programs that do not read that find the letter ʼ for ’. A glyph that is always said to be something else
 * is made to stand for it; and spaces that do not break are spaces.
 */
export function mendCharacters(document: PDFDocument): void {
  const contents = document.getPages().map((page) => {
    const content = contentOf(page);
    const data = dataOf(content.stream);
    return { page, content, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
  });
  if (!contents.some(({ data }) => data.includes('/ActualText'))) return;
  const fonts = new Map<PDFRef, Shown>();
  const pages = contents.map(({ page, content, data }) => {
    const names = new Map<string, Shown>();
    for (const [name, ref] of fontsOfPage(page)) {
      const font = fonts.get(ref) ?? { said: new Map(), plain: new Uint8Array(0x10000) };
      fonts.set(ref, font);
      names.set(name, font);
    }
    return { content, data, said: readSaid(data, names) };
  });
  const characters = new Map<Shown, Characters>();
  for (const [ref, font] of fonts) {
    if (font.said.size === 0) continue;
    const known = charactersOf(document, ref);
    for (const [glyph, texts] of font.said) {
      const [only] = texts;
      if (only !== undefined && texts.size === 1 && !font.plain[glyph]) known.set(glyph, only);
    }
    setCharacters(document, ref, known);
    characters.set(font, known);
  }
  for (const { content, data, said } of pages) {
    const needless = said.filter(({ font, glyph, text }) => {
      const known = characters.get(font)?.get(glyph);
      return known === text || (known === ' ' && text === '\u00a0');
    });
    if (needless.length > 0) replaceContent(document, content, without(data, needless));
  }
}

/** A content in which some glyphs are shown without what is said of them. */
function without(content: Buffer, all: readonly Said[]): Uint8Array {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { around, inside } of all) {
    parts.push(content.subarray(at, around[0]), content.subarray(...inside));
    at = around[1];
  }
  return Buffer.concat([...parts, content.subarray(at)]);
}
