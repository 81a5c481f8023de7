import { PDFHexString, PDFString } from '@cantoo/pdf-lib';

/** What the pages of a document show of a font. */
export interface Shown {
  /** 1 for each glyph, by its code, that is ever shown without a word about it. Chrome’s codes have two bytes. */
  plain: Uint8Array;
  /** The texts that are said to stand for a glyph. */
  said: Map<number, Set<string>>;
}

/** A glyph on a page that is said to be a text. */
export interface Said {
  font: Shown;
  glyph: number;
  text: string;
  /** Where in the content that begins and ends by which it is said; and the same of what shows the glyph. */
  around: readonly [from: number, to: number];
  inside: readonly [from: number, to: number];
}

/** As Chrome writes them: the choice of a font, and a glyph that is said to be a text. A font may be chosen in there, too. */
const choice = /\/(\w+) \S+ Tf/y;
const saying =
  /(\/Span<<\/ActualText (<[0-9a-fA-F]*>|\([^()\\]*\)) >> BDC\n)((?:(?:\S+ )+(?:Td|Tf|Tm)\s)*<([0-9a-fA-F]{4})> Tj)\nEMC/y;
const chosen = /\/(\w+) \S+ Tf/;

/** Reads which glyphs of its fonts, by their names there, a page’s content shows. Returns those that are said to be a text, in their order. */
export function readSaid(content: Buffer, fonts: ReadonlyMap<string, Shown>): Said[] {
  const all: Said[] = [];
  const written = content.toString('latin1');
  let font: Shown | undefined;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at];
    if (byte === less) {
      if (font) showString(content, at + 1, font.plain);
    } else if (byte === slash) {
      choice.lastIndex = saying.lastIndex = at;
      const name = choice.exec(written)?.[1];
      if (name !== undefined) font = fonts.get(name);
      const match = saying.exec(written);
      if (!match) continue;
      const [whole, before = '', said = '', show = '', code = ''] = match;
      const inner = chosen.exec(show)?.[1];
      if (inner !== undefined) font = fonts.get(inner);
      const from = at + before.length;
      const glyph = Number.parseInt(code, 16);
      if (font) {
        const text = textOf(said);
        const texts = font.said.get(glyph);
        if (texts) texts.add(text);
        else font.said.set(glyph, new Set([text]));
        all.push({ font, glyph, text, around: [at, at + whole.length], inside: [from, from + show.length] });
      }
      at += whole.length - 1;
    }
  }
  return all;
}

/** Notes the glyphs of a string, hexadecimal, that is shown: it is gone through for every glyph of a document. */
function showString(content: Buffer, from: number, plain: Uint8Array): void {
  let end = from;
  while (digits[content[end] ?? 0] !== none) end++;
  if (content[end] !== greater || content[end + 2] !== T || content[end + 3] !== j) return;
  for (let at = from; at + 3 < end; at += 4) plain[codeAt(content, at)] = 1;
}

function codeAt(content: Buffer, at: number): number {
  let code = 0;
  for (let i = 0; i < 4; i++) code = code * 16 + (digits[content[at + i] ?? 0] ?? 0);
  return code;
}

/** A string as it is written. */
function textOf(written: string): string {
  const inside = written.slice(1, -1);
  return (written.startsWith('<') ? PDFHexString.of(inside) : PDFString.of(inside)).decodeText();
}

const [less, greater, slash, T, j] = Buffer.from('<>/Tj') as unknown as [number, number, number, number, number];
const none = 255;
/** What each byte is as a hexadecimal digit. */
const digits = new Uint8Array(256).fill(none);
for (let digit = 0; digit < 16; digit++)
  for (const sign of digit.toString(16) + digit.toString(16).toUpperCase()) digits[sign.charCodeAt(0)] = digit;
