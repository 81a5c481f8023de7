import type { Language } from '../languages/languages.ts';

type Syllables = NonNullable<NonNullable<Language['hyphenation']>['syllables']>;

/**
 * Divides a word in small letters by its syllables, with a mark between them: each begins with the last consonant
 * before a vowel, or with a group of consonants that may begin one. Vowels that meet are not parted.
 */
export function markSyllables(word: string, { vowels, consonants, groups = '' }: Syllables, mark: string): string {
  const known = groups.split(' ').filter((group) => group !== '');
  let marked = '';
  let from = 0;
  for (let at = 1; at < word.length; at++) {
    if (!vowels.includes(word[at] ?? '') || !consonants.includes(word[at - 1] ?? '')) continue;
    const group = known.find((one) => word.endsWith(one, at));
    const start = at - (group?.length ?? 1);
    if (![...word.slice(0, start)].some((letter) => vowels.includes(letter))) continue;
    marked += word.slice(from, start) + mark;
    from = start;
  }
  return marked + word.slice(from);
}
