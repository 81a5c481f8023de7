/**
 * A text in the form in which texts are compared: its characters without white space, and where the white space was. A
 * line that ends without white space gives a soft break: it may or may not separate words.
 */
export interface NormalizedText {
  characters: string;
  /** Offsets into `characters`. */
  spaces: Set<number>;
  softBreaks: Set<number>;
  /** Ranges that may be broken anywhere: code and addresses. */
  breakable: [from: number, to: number][];
}

export function emptyText(): NormalizedText {
  return { characters: '', spaces: new Set(), softBreaks: new Set(), breakable: [] };
}

/** Returns a text in normalized form. */
export function normalizedText(text: string): NormalizedText {
  const normalized = emptyText();
  appendText(normalized, text);
  return normalized;
}

/** Appends text. After a hyphen that a line’s end put in (U+00AD), the word continues. */
export function appendText(normalized: NormalizedText, text: string): void {
  for (const part of fold(text).split(/(\s+|\u00ad)/)) {
    if (part === '') continue;
    if (part === '\u00ad') hyphenEnds.set(normalized, normalized.characters.length);
    else if (/^\s/.test(part)) normalized.spaces.add(normalized.characters.length);
    else normalized.characters += part;
  }
}

/**
 * Returns the letters and digits of a folded text, without accents: a letter and its accent may be painted separately.
 */
export const lettersIn = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');

/** Records the end of a line or a block. */
export function addSoftBreak(normalized: NormalizedText): void {
  if (hyphenEnds.get(normalized) !== normalized.characters.length)
    normalized.softBreaks.add(normalized.characters.length);
}

/** The length of a text at its last hyphen that a line’s end put in. */
const hyphenEnds = new WeakMap<NormalizedText, number>();

/** Folds a text to one form for characters that look alike, or that a stylesheet capitalizes. */
export function fold(text: string): string {
  // Most texts are plain ASCII, and all texts are folded.
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replace(/[\u02bb\u02bc\u2018\u2019]/g, '’')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
}

const plainAscii = /^[\t\n\r -~]*$/;
