/** The endings that are cut off words, by language. */
export type Endings = Readonly<Record<string, readonly string[]>>;

/** The letters that stay of a word: of fewer, too much else begins with them. */
const fewest = 4;

/**
 * The words to look for in a language: Pagefind finds what begins with them, so without their endings they find their
 * other forms. In a language without a list of endings, Pagefind knows the stems.
 */
export function withoutEndings(words: string, lang: string, endings: Endings): string {
  const list = endings[lang];
  if (!list) return words;
  const byLength = [...list].sort((one, other) => other.length - one.length);
  return words.replace(/[\p{L}\p{M}'’ʼ]+/gu, (word) => {
    const lower = word.toLowerCase();
    const ending = byLength.find((one) => lower.endsWith(one) && word.length - one.length >= fewest);
    return ending ? word.slice(0, -ending.length) : word;
  });
}
