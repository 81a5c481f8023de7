/**
 * A run of text, to be held against another: its letters and signs without white space, and where white stood between
 * them. Where a line ends without a sign for white, the white is soft: it may part words, and need not.
 */
export interface Strand {
  letters: string;
  /** Offsets into `letters`. */
  white: Set<number>;
  soft: Set<number>;
  /** Stretches that may be parted anywhere: code and addresses. */
  loose: [from: number, to: number][];
}

export function newStrand(): Strand {
  return { letters: '', white: new Set(), soft: new Set(), loose: [] };
}

/** A text as a strand of its own. */
export function strandOf(text: string): Strand {
  const strand = newStrand();
  addText(strand, text);
  return strand;
}

/** Adds text to a strand. After a hyphen that a line’s end put in (U+00AD) a word goes on. */
export function addText(strand: Strand, text: string): void {
  for (const part of fold(text).split(/(\s+|\u00ad)/)) {
    if (part === '') continue;
    if (part === '\u00ad') joined.set(strand, strand.letters.length);
    else if (/^\s/.test(part)) strand.white.add(strand.letters.length);
    else strand.letters += part;
  }
}

/**
 * Letters and figures alone, without accents, of a text that is folded: a letter and its accent may be painted apart.
 */
export const lettersIn = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');

/** Notes that a line or a block ends here. */
export function addSoft(strand: Strand): void {
  if (joined.get(strand) !== strand.letters.length) strand.soft.add(strand.letters.length);
}

/** How long a strand was when a hyphen was put in. */
const joined = new WeakMap<Strand, number>();

/** One form for what looks alike, or is written in capitals by a stylesheet. */
export function fold(text: string): string {
  // Most of a text has nothing else, and this is done with all of it.
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
