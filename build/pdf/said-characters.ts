import { PDFHexString, PDFString } from '@cantoo/pdf-lib';

/** A glyph on a page. */
export interface Glyph {
  /** The name that its font has on the page. */
  font: string;
  /** Its code as it is written, of four digits. */
  code: string;
}

/** A glyph that is said to be a text. */
export interface Said extends Glyph {
  text: string;
  /** Where in the content that begins and ends by which it is said; and the same of what shows the glyph. */
  around: readonly [from: number, to: number];
  inside: readonly [from: number, to: number];
}

/** As Chrome writes them; a font may be chosen in there. */
const opening = '/Span<</ActualText ';
const saying =
  /\/Span<<\/ActualText (<[0-9a-fA-F]*>|\([^()\\]*\)) >> BDC\n((?:(?:\S+ )+(?:Td|Tf|Tm)\s)*<([0-9a-fA-F]{4})> Tj)\nEMC/y;

/** Finds the glyphs of a page’s content that are said to be a text, each by itself, in their order. */
export function glyphsSaid(content: string): Said[] {
  const all: Said[] = [];
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

/**
 * Finds glyphs that a page’s content shows without a word about them, among those of some codes. `said` are those that it says to be a text. Other glyphs are most of a
 * page: a regular expression is quickest past them.
 */
export function glyphsPlain(content: string, codes: ReadonlySet<string>, said: readonly Said[]): Glyph[] {
  const all: Glyph[] = [];
  const ends = new Set(said.map(({ inside }) => inside[1]));
  const shown = new RegExp(`<((?:[0-9a-fA-F]{4})*(?:${[...codes].join('|')})[0-9a-fA-F]*)> Tj`, 'g');
  for (let match = shown.exec(content); match; match = shown.exec(content)) {
    if (ends.has(shown.lastIndex)) continue;
    const font = fontAt(content, match.index);
    for (const code of match[1]?.match(/.{4}/g) ?? []) all.push({ font, code });
  }
  return all;
}

/** The font that was chosen last before a place; an empty name where none was. */
function fontAt(content: string, at: number): string {
  const end = content.lastIndexOf(' Tf', at);
  const from = end < 0 ? -1 : content.lastIndexOf('/', end);
  return from < 0 ? '' : content.slice(from + 1, content.indexOf(' ', from));
}

/** A string as it is written. */
function textOf(written: string): string {
  const inside = written.slice(1, -1);
  return (written.startsWith('<') ? PDFHexString.of(inside) : PDFString.of(inside)).decodeText();
}
