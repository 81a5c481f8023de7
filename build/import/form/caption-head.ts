import type { FormWords } from './form-words.ts';

/** The label at the head of a caption: its word, number, and how long it is with the sign behind. */
export interface CaptionHead {
  word: string;
  number: string;
  length: number;
}

const number = '(?:\\p{Lu}\\.?)?\\d+(?:[.\u2011\u2013-]\\d+)*\\p{L}?|[IVXL]+';
const behind =
  '(?:(?=\\p{Lu}\\p{Ll})|[.:)|]+(?=\\s|$|\\p{Lu})|,(?=\\s+\\p{Lu})|[.:]?\\s*[—–-](?=\\s)|$|(?=\\s+["“«„(]?\\p{Lu}))\\s*';
const wordFirst = new RegExp(
  `^\\s*(?<word>\\p{Lu}\\p{L}{1,12})\\.?\\s*(?:№|No\\.?|Nr\\.?)?\\s*(?<number>${number})\\s*${behind}`,
  'u',
);
/** As in Hungarian and Lithuanian: `1. ábra`, `2 pav.` */
const numberFirst = new RegExp(
  `^\\s*(?<number>${number})\\.?\\s+(?<word>\\p{Ll}\\p{L}{1,12})(?:\\.\\s*|\\s*${behind})`,
  'u',
);

/**
 * Reads the head of a caption: a word with a capital, a number, and a stop, comma, colon, dash, capital or nothing
 * behind; or the number first, and the word in small letters.
 */
export function captionHead(text: string): CaptionHead | undefined {
  const found = wordFirst.exec(text) ?? numberFirst.exec(text);
  const { word = '', number: numbered = '' } = found?.groups ?? {};
  return found ? { word, number: numbered, length: found[0].length } : undefined;
}

/** Finds what the label of a caption is about: a figure or a table; undefined for any other word. */
export function captionKind({ word }: CaptionHead, words: FormWords): 'figure' | 'table' | undefined {
  return (['figure', 'table'] as const).find((one) => words.is(one, word));
}
