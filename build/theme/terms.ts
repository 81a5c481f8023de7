import type { Repository } from '../disk/repository.ts';
import { wordsOfLanguage } from '../languages/language-words.ts';
import { type Languages, languageFor } from '../languages/languages.ts';
import { readLanguages } from '../languages/read-languages.ts';
import { scriptOf } from '../text/script.ts';
import { readWordFiles } from './word-files.ts';

/** The house's words, and the languages that they and the articles are in. */
export interface TermsBook {
  /** What `templates/terms.yaml` says, by language: `{ en: { contents: 'Contents', … }, … }`. */
  words: Readonly<Record<string, Terms>>;
  languages: Languages;
}

/** The house's words in one language. */
export type Terms = Readonly<Record<string, string>>;

/**
 * Reads `templates/terms.yaml`, and a journal's own languages. A journal's own file of terms needs only the words that
 * it changes, or a language that it adds. Throws {@link TemplateError} for a file that is not YAML, or does not list
 * words by language; LanguageFaults.
 */
export async function readTerms(repository: Repository): Promise<TermsBook> {
  const book: Record<string, Terms> = {};
  const fault = 'Not a list of languages, each with its words';
  for (const words of await readWordFiles(repository, 'templates/terms.yaml', isText, fault))
    for (const [lang, terms] of Object.entries(words)) book[lang] = { ...book[lang], ...terms };
  return { words: book, languages: await readLanguages(repository) };
}

/**
 * The words for a language: a journal’s terms come before the house’s, these before its file in `templates/languages/`,
 * and those of `en-GB` before those of `en`; a word that all of them lack is English. A date is in words only where its
 * own language has the names of months.
 */
export function termsFor(book: TermsBook, lang: string): Terms {
  const made = known.get(book) ?? new Map<string, Terms>();
  known.set(book, made);
  const terms = made.get(lang) ?? termsOf(book, lang);
  made.set(lang, terms);
  return terms;
}

/** The words that a book was asked for, by language: some are asked for once for each page. */
const known = new WeakMap<TermsBook, Map<string, Terms>>();

function termsOf({ words, languages }: TermsBook, lang: string): Terms {
  const english = languageFor(languages, 'en');
  const language = languageFor(languages, lang);
  const [primary = ''] = lang.split('-');
  const inScript = scriptOf(primary) === scriptOf(lang) ? words[primary] : undefined;
  return {
    ...Object.fromEntries(
      Object.entries(english ? wordsOfLanguage(english) : {}).filter(([key]) => !/^date-/.test(key)),
    ),
    ...words.en,
    ...(language ? wordsOfLanguage(language) : {}),
    ...inScript,
    ...words[lang],
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
