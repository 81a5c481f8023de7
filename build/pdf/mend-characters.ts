import { type PDFDocument, PDFHexString, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { type Characters, charactersOf, fontsOfPage, setCharacters } from './characters.ts';
import { contentOf, dataOf, replaceContent } from './streams.ts';

/** What is known of a font. */
interface Font {
  characters: Characters;
  /** The texts that are said to stand for a glyph, and whether it ever stands for itself. */
  said: Map<number, Set<string>>;
  plain: Set<number>;
}

/** As Chrome writes them: the choice of a font, a glyph that is said to be a text. */
const spoken =
  /\/(\w+) \S+ Tf|\/Span<<\/ActualText (<[0-9a-fA-F]*>|\([^()\\]*\)) >> BDC\n((?:(?:\S+ )+(?:Td|Tf|Tm)\s)*)<([0-9a-fA-F]{4})> Tj\nEMC/g;

/** The same, and glyphs that are not said to be anything, where one of some is among them: other glyphs are most of a page. */
function spokenOrShown(some: readonly number[]): RegExp {
  const written = some.flatMap((glyph) => [hex(glyph), hex(glyph).toUpperCase()]);
  return new RegExp(`${spoken.source}|<([0-9a-fA-F]*(?:${written.join('|')})[0-9a-fA-F]*)> Tj`, 'g');
}

/**
 * Has the glyphs of a document’s fonts stand for the characters that they are. Where a face uses a glyph for several characters, Chrome’s map has one of them, and the
 * page says around the glyph what else it is (`ActualText`): programs that do not read that find the letter ʼ for ’. A glyph that is always said to be something else
 * is made to stand for it; and spaces that do not break are spaces.
 */
export function mendCharacters(document: PDFDocument): void {
  const fonts = new Map<PDFRef, Font>();
  const pages = document.getPages().map((page) => {
    const names = new Map<string, Font>();
    for (const [name, ref] of fontsOfPage(page)) {
      const font = fonts.get(ref) ?? { characters: charactersOf(document, ref), said: new Map(), plain: new Set() };
      fonts.set(ref, font);
      names.set(name, font);
    }
    const content = contentOf(page);
    return { content, names, text: Buffer.from(dataOf(content.stream)).toString('latin1') };
  });
  const speaking = pages.filter(({ text }) => text.includes('/ActualText'));
  for (const { names, text } of speaking) {
    let font: Font | undefined;
    for (const [, name, said, , glyph = ''] of text.matchAll(spoken)) {
      if (name !== undefined) font = names.get(name);
      else if (font && said !== undefined) {
        const code = Number.parseInt(glyph, 16);
        font.said.set(code, (font.said.get(code) ?? new Set()).add(textOf(said)));
      }
    }
  }
  const told = new Set([...fonts.values()].flatMap(({ said }) => [...said.keys()]));
  if (told.size === 0) return;
  const shown = spokenOrShown([...told]);
  for (const { names, text } of pages) {
    let font: Font | undefined;
    for (const [, name, , , , glyphs = ''] of text.matchAll(shown)) {
      if (name !== undefined) font = names.get(name);
      for (const code of glyphs.match(/.{4}/g) ?? []) font?.plain.add(Number.parseInt(code, 16));
    }
  }
  for (const [ref, { characters, said, plain }] of fonts) {
    for (const [glyph, texts] of said) {
      const [only] = texts;
      if (only !== undefined && texts.size === 1 && !plain.has(glyph)) characters.set(glyph, only);
    }
    if (said.size > 0) setCharacters(document, ref, characters);
  }
  for (const { content, names, text } of speaking) {
    let font: Font | undefined;
    const mended = text.replace(spoken, (whole, name, said, place, glyph) => {
      if (name !== undefined) font = names.get(name);
      if (said === undefined) return whole;
      const known = font?.characters.get(Number.parseInt(glyph, 16));
      const meant = textOf(said);
      const same = known === meant || (known === ' ' && meant === '\u00a0');
      return same ? `${place}<${glyph}> Tj` : whole;
    });
    if (mended !== text) replaceContent(document, content, Buffer.from(mended, 'latin1'));
  }
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** A string as it is written. */
function textOf(written: string): string {
  const inside = written.slice(1, -1);
  return (written.startsWith('<') ? PDFHexString.of(inside) : PDFString.of(inside)).decodeText();
}
