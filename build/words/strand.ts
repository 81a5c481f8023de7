/**
 * A text in the form in which it is compared with others: its signs without white space, and the places of white space
 * between them. Where a line ends without a character for it, white space is soft: it may separate words, and need not.
 */
export interface Strand {
  letters: string;
  /** Offsets into `letters`. */
  white: Set<number>;
  soft: Set<number>;
  /** Stretches that may be divided anywhere: code and addresses. */
  loose: [from: number, to: number][];
}

export function newStrand(): Strand {
  return { letters: '', white: new Set(), soft: new Set(), loose: [] };
}

/** Makes a strand of a text. */
export function strandOf(text: string): Strand {
  const strand = newStrand();
  addText(strand, text);
  return strand;
}

/** Adds text to a strand. A word continues after a hyphen that was added at a line’s end (U+00AD). */
export function addText(strand: Strand, text: string): void {
  for (const part of fold(text).split(/(\s+|\u00ad)/)) {
    if (part === '') continue;
    if (part === '\u00ad') joined.set(strand, strand.letters.length);
    else if (/^\s/.test(part)) strand.white.add(strand.letters.length);
    else strand.letters += part;
  }
}

/** The letters and figures of a folded text, without accents: a letter and its accent may be painted apart. */
export const lettersIn = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');

/** Notes that a line or a block ends here. */
export function addSoft(strand: Strand): void {
  if (joined.get(strand) !== strand.letters.length) strand.soft.add(strand.letters.length);
}

/** The length that a strand had when a hyphen was added. */
const joined = new WeakMap<Strand, number>();

/** Reduces a text to one form for all that looks alike, or that a stylesheet writes in capitals. */
export function fold(text: string): string {
  // Most texts have only these characters, and every text comes through here.
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replace(/[\u02bb\u02bc\u2018\u2019]/g, '’')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
}

const isPlain = /^[\t\n\r -~]*$/;
