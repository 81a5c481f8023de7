/**
 * A text in the form in which it is compared with others: its signs without white space, and the places of white space
 * between them. Where a line ends without a character for it, white space is soft: it may separate words, and need not.
 */
export interface NormalizedText {
  letters: string;
  /** Offsets into `letters`. */
  white: Set<number>;
  soft: Set<number>;
  /** Stretches that may be divided anywhere: code and addresses. */
  loose: [from: number, to: number][];
}

export function emptyText(): NormalizedText {
  return { letters: '', white: new Set(), soft: new Set(), loose: [] };
}

/** Makes a normalized text of a text. */
export function normalize(text: string): NormalizedText {
  const normalized = emptyText();
  addText(normalized, text);
  return normalized;
}

/** Adds text to a normalized text. A word continues after a hyphen that was added at a line’s end (U+00AD). */
export function addText(normalized: NormalizedText, text: string): void {
  for (const part of fold(text).split(/(\s+|\u00ad)/)) {
    if (part === '') continue;
    if (part === '\u00ad') joined.set(normalized, normalized.letters.length);
    else if (/^\s/.test(part)) normalized.white.add(normalized.letters.length);
    else normalized.letters += part;
  }
}

/** The letters and figures of a folded text, without accents: a letter and its accent may be painted apart. */
export const lettersIn = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');

/** Notes that a line or a block ends here. */
export function addSoftBreak(normalized: NormalizedText): void {
  if (joined.get(normalized) !== normalized.letters.length) normalized.soft.add(normalized.letters.length);
}

/** The length that a normalized text had when a hyphen was added. */
const joined = new WeakMap<NormalizedText, number>();

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
