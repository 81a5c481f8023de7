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

const sayingAll = /\/Span<<\/ActualText (<[0-9a-fA-F]*>|\([^()\\]*\)) >> BDC\n([\s\S]*?)\nEMC/y;

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

/** Glyphs that together are said to be a text. */
export interface Group {
  text: string;
  /** In the order in which they are shown, each with where that ends which shows it. */
  glyphs: (Glyph & { end: number; alone: boolean })[];
}

/** Finds the glyphs of a page’s content of which several are said to be a text, such as a letter and its accents. */
export function groupsSaid(content: string): Group[] {
  const groups: Group[] = [];
  for (let at = content.indexOf(opening); at >= 0; at = content.indexOf(opening, at + opening.length)) {
    sayingAll.lastIndex = at;
    const match = sayingAll.exec(content);
    if (!match) continue;
    const [whole, said = '', shows = ''] = match;
    const from = at + whole.lastIndexOf(shows);
    const glyphs: Group['glyphs'] = [];
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
 * Finds glyphs that a page’s content shows without a word about them, among those of some codes. `ends` are where that ends which shows those of which it says something.
 * Other glyphs are most of a page: a regular expression is quickest past them.
 */
export function glyphsPlain(content: string, codes: ReadonlySet<string>, ends: ReadonlySet<number>): Glyph[] {
  const all: Glyph[] = [];
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
