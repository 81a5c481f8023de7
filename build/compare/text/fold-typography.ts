/**
 * Folds a text to its words: what is left is the same where two texts differ in nothing but how they are set. Marks of
 * quotation become one, dashes another, and a hyphen or a space between two letters is nothing, as at the end of a
 * line; between figures they mean something, and stay.
 */
export function foldTypography(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
    .replace(/["'`´‘’‚‛“”„‟‹›«»\u02bb\u02bc′″]+/g, '"')
    .replace(/\s*[\u2010-\u2015\u2212-]+\s*/g, '-')
    .replace(/(?<=\p{L})[\s-]+(?=\p{L})/gu, '')
    .replace(/\s+(?=\p{P})|(?<=\p{P})\s+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A word folded for finding it again: as {@link foldTypography}, without what the ends of a line may put in. */
export function foldWord(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const word = plain.test(text) ? text : foldTypography(text);
  if (folded.size > 200_000) folded.clear();
  folded.set(text, word);
  return word;
}

const folded = new Map<string, string>();
/** Most words are plain letters. */
const plain = /^[A-Za-z0-9.,;:!?()]+$/;
