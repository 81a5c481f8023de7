/** Words at the head of a title that do not count in sorting, by language. */
const ignoredWords: Record<string, RegExp> = {
  en: /^(The|An?)\s+(.+)$/,
  de: /^(Der|Die|Das|Ein|Eine)\s+(.+)$/,
  fr: /^(Les?|La|Une?|L[’'])\s*(.+)$/,
};

/** A title in its form for sorting: `The Journal` → `Journal, The`. */
export function sortTitle(title: string, lang: string): string {
  const [, article, rest] = ignoredWords[lang.split('-')[0] ?? '']?.exec(title) ?? [];
  return article && rest ? `${rest}, ${article}` : title;
}

/**
 * A name in its form for sorting: `Family, Given`. Where family and given name are not known, the last of two to four
 * capitalised words is taken as the family name. Any other name (of an organisation, or with a particle) stays as it
 * is.
 */
export function sortName({
  name,
  given,
  family,
}: {
  name: string;
  given?: string | undefined;
  family?: string | undefined;
}): string {
  if (family) return given ? `${family}, ${given}` : family;
  const words = name.split(/\s+/);
  const isPerson =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word)) && words[0] !== 'The';
  return isPerson ? `${words.at(-1)}, ${words.slice(0, -1).join(' ')}` : name;
}
