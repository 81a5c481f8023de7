import { PDFHexString, PDFString } from '@cantoo/pdf-lib';

/** A glyph on a page. */
export interface Glyph {
  /** The name of its font on the page. */
  font: string;
  /** Its code as written, with four digits. */
  code: string;
}

/** A glyph with an `ActualText`. */
export interface GlyphWithActualText extends Glyph {
  text: string;
  /** The range of the whole marked content, and the range inside it that shows the glyph. */
  around: readonly [from: number, to: number];
  inside: readonly [from: number, to: number];
}

/** As Chrome writes them; the content may also choose a font. */
const opening = '/Span<</ActualText ';
const saying =
  /\/Span<<\/ActualText (<[0-9a-fA-F]*>|\([^()\\]*\)) >> BDC\n((?:(?:\S+ )+(?:Td|Tf|Tm)\s)*<([0-9a-fA-F]{4})> Tj)\nEMC/y;

const sayingAll = /\/Span<<\/ActualText (<[0-9a-fA-F]*>|\([^()\\]*\)) >> BDC\n([\s\S]*?)\nEMC/y;

/** Finds the single glyphs of a page’s content that have an `ActualText`, in their order. */
export function glyphsWithActualText(content: string): GlyphWithActualText[] {
  const all: GlyphWithActualText[] = [];
  for (let at = content.indexOf(opening); at >= 0; at = content.indexOf(opening, at + opening.length)) {
    saying.lastIndex = at;
    const match = saying.exec(content);
    if (!match) continue;
    const [whole, said = '', shows = '', code = ''] = match;
    const from = at + whole.indexOf(shows);
    const inside = [from, from + shows.length] as const;
    all.push({ font: fontAt(content, inside[1]), code, text: textOf(said), around: [at, saying.lastIndex], inside });
  }
  return all;
}

/** Glyphs with one `ActualText`. */
export interface GlyphGroup {
  text: string;
  /** In the order in which they are shown, each with the end of the operator that shows it. */
  glyphs: (Glyph & { end: number; alone: boolean })[];
}

/** Finds the groups of glyphs with one `ActualText` in a page’s content, such as a letter and its accents. */
export function groupsWithActualText(content: string): GlyphGroup[] {
  const groups: GlyphGroup[] = [];
  for (let at = content.indexOf(opening); at >= 0; at = content.indexOf(opening, at + opening.length)) {
    sayingAll.lastIndex = at;
    const match = sayingAll.exec(content);
    if (!match) continue;
    const [whole, said = '', shows = ''] = match;
    const from = at + whole.lastIndexOf(shows);
    const glyphs: GlyphGroup['glyphs'] = [];
    let font = fontAt(content, at);
    for (const { 0: one, 1: name, 2: codes = '', index } of shows.matchAll(/\/(\S+) \S+ Tf|<([\da-fA-F]*)> Tj/g)) {
      if (name !== undefined) font = name;
      const all = codes.match(/.{4}/g) ?? [];
      for (const code of all) glyphs.push({ font, code, end: from + index + one.length, alone: all.length === 1 });
    }
    if (glyphs.length > 1) groups.push({ text: textOf(said), glyphs });
  }
  return groups;
}

/**
 * Finds the glyphs with some codes that a page’s content shows without an `ActualText`. `ends` are the ends of the
 * operators that show glyphs with one. Most glyphs of a page have other codes, which a regular expression skips
 * fastest.
 */
export function glyphsWithoutActualText(
  content: string,
  codes: ReadonlySet<string>,
  ends: ReadonlySet<number>,
): Glyph[] {
  const all: Glyph[] = [];
  const shown = new RegExp(`<((?:[0-9a-fA-F]{4})*(?:${[...codes].join('|')})[0-9a-fA-F]*)> Tj`, 'g');
  for (let match = shown.exec(content); match; match = shown.exec(content)) {
    if (ends.has(shown.lastIndex)) continue;
    const font = fontAt(content, match.index);
    for (const code of match[1]?.match(/.{4}/g) ?? []) all.push({ font, code });
  }
  return all;
}

/** The font that was chosen last before a place; an empty name where there is none. */
function fontAt(content: string, at: number): string {
  const end = content.lastIndexOf(' Tf', at);
  const from = end < 0 ? -1 : content.lastIndexOf('/', end);
  return from < 0 ? '' : content.slice(from + 1, content.indexOf(' ', from));
}

/** Reads a written string. */
function textOf(written: string): string {
  const inside = written.slice(1, -1);
  return (written.startsWith('<') ? PDFHexString.of(inside) : PDFString.of(inside)).decodeText();
}
