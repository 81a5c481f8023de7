import { type Language, type Languages, languageFor } from '../languages/languages.ts';
import { type PatternsName, patternsOf } from '../text/patterns.ts';
import { markSyllables } from './syllables.ts';

/** Finds where a word may be divided: the number of characters before each possible hyphen. */
export interface Hyphenate {
  (word: string, lang: string): readonly number[];
  /** True if a language sets a hyphen of the author’s at the end of a line again at the beginning of the next. */
  repeats(lang: string): boolean;
}

type Hyphenation = NonNullable<Language['hyphenation']>;

type Patterns = (text: string, options: { hyphenChar: string; minWordLength: number }) => string;

/** The character that marks a division in what the patterns return; words do not contain it. */
const mark = '\u00ad';

/**
 * Reads the patterns of some languages and returns a function that divides their words. A word consists of letters,
 * combining accents and apostrophes. Words with capitals other than the first letter are not divided. The patterns are
 * Liang’s, from the package `hyphen`; where there are none, the file of a language may tell its syllables.
 */
export async function readHyphenation(langs: Iterable<string>, languages: Languages): Promise<Hyphenate> {
  const patterns = new Map<string, Patterns>();
  for (const lang of langs) {
    const division = languageFor(languages, lang)?.hyphenation;
    for (const name of [division?.patterns, division?.['with-letters']?.patterns])
      if (name && name in patternsOf && !patterns.has(name))
        patterns.set(name, await readPatterns(name as PatternsName));
  }
  const hyphenate = (word: string, lang: string): readonly number[] => {
    const language = languageFor(languages, lang);
    const division = language?.hyphenation;
    const name = division && patternsFor(word, division);
    const divide = name && (patterns.get(name) ?? bySyllables(division));
    if (!divide) return [];
    const key = `${name} ${division.before} ${division.after} ${language.tag}`;
    const words = known.get(key) ?? new Map<string, readonly number[]>();
    known.set(key, words);
    const found = words.get(word) ?? divisionsOf(word, language.tag, division, divide);
    words.set(word, found);
    return found;
  };
  const repeats = (lang: string) => languageFor(languages, lang)?.hyphenation?.['repeated-hyphen'] === true;
  return Object.assign(hyphenate, { repeats });
}

/**
 * Patterns that were read by their names, and words that were divided, by these and the least numbers of letters: they
 * are the same for every issue.
 */
const loaded = new Map<string, Promise<Patterns>>();
const known = new Map<string, Map<string, readonly number[]>>();

function readPatterns(name: PatternsName): Promise<Patterns> {
  const reading = loaded.get(name) ?? patternsOf[name]().then(({ default: module }) => module.hyphenateSync);
  loaded.set(name, reading);
  return reading;
}

function patternsFor(word: string, division: Hyphenation): string {
  const other = division['with-letters'];
  const isOther = other && [...word.normalize('NFC')].some((letter) => letter >= other.from && letter <= other.to);
  return isOther ? other.patterns : division.patterns;
}

/** What divides the words of a language whose file names its syllables. */
function bySyllables({ syllables }: Hyphenation): Patterns | undefined {
  return syllables && ((text, { hyphenChar }) => markSyllables(text, syllables, hyphenChar));
}

function divisionsOf(word: string, lang: string, { before, after }: Hyphenation, divide: Patterns): number[] {
  // An abbreviation or a brand is not divided.
  if (/.\p{Lu}/u.test(word)) return [];
  const letters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of word) {
    if (!/\p{M}/u.test(character)) {
      // The library takes the typographic apostrophe for the end of a word; the patterns have the straight one. The
      // small letter of İ is one in Turkish alone, and that of I another.
      letters.push(/[’ʼ]/.test(character) ? "'" : character.toLocaleLowerCase(lang));
      offsets.push(offset);
    }
    offset += character.length;
  }
  // A letter that changes its length in lower case cannot be mapped back.
  if (letters.length < before + after || letters.some((letter) => letter.length !== 1)) return [];
  const parts = divide(letters.join(''), { hyphenChar: mark, minWordLength: before + after }).split(mark);
  const divisions: number[] = [];
  let count = 0;
  for (const part of parts.slice(0, -1)) {
    count += part.length;
    const stays = lettersIn(letters.slice(0, count));
    const goes = lettersIn(letters.slice(count));
    if (stays >= before && goes >= after && letters[count] !== "'" && letters[count - 1] !== "'")
      divisions.push(offsets[count] ?? 0);
  }
  return divisions;
}

function lettersIn(letters: readonly string[]): number {
  return letters.filter((letter) => letter !== "'").length;
}
