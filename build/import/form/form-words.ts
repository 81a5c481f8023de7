import type { Repository } from '../../disk/repository.ts';
import { wordsOfLanguage } from '../../languages/language-words.ts';
import { type Languages, languageFor } from '../../languages/languages.ts';
import { escapeRegExp } from '../../text/escape-reg-exp.ts';
import { readWordFiles, type WordFile } from '../../theme/word-files.ts';

/** The subject of a list in `templates/import-words.yaml`. */
export type WordKind =
  | 'headings'
  | 'part'
  | 'references'
  | 'notes'
  | 'contents'
  | 'title'
  | 'subtitle'
  | 'authors'
  | 'affiliation'
  | 'abstract'
  | 'keywords'
  | 'received'
  | 'accepted'
  | 'email'
  | 'about-author'
  | 'figure'
  | 'table'
  | 'source'
  | 'institution'
  | 'kind'
  | 'supervisor'
  | 'no-name'
  | 'ibid'
  | 'accessed'
  | 'small'
  | 'known-by';

/** The words by which parts of an author's file are known, of all languages. */
export interface FormWords {
  /** True if a text is one of the words and nothing else, except a number before and a stop behind. */
  is(kind: WordKind, text: string): boolean;
  /** The label at the head of a text, such as `Abstract:`, and what follows it. */
  label(kind: WordKind, text: string): { label: string; rest: string } | undefined;
  /** True if a text has one of the words, at the beginning of a word. */
  has(kind: WordKind, text: string): boolean;
  /** What follows the last of the words in a text. */
  after(kind: WordKind, text: string): string | undefined;
  /** The words of a language. */
  of(kind: WordKind, lang: string): ReadonlySet<string>;
  /** The languages that have a word, such as a label with its colon. */
  languagesOf(kind: WordKind, word: string): string[];
  /** The language of a text by its words, BCP 47; undefined if none is clear. */
  languageOf(text: string): string | undefined;
  /** The same with what the language of a text calls its parts, for languages that have no lists of their own. */
  with(lang: string): FormWords;
  /** The months of all its languages, twelve names in a list, as they stand alone and in dates. */
  monthLists(): string[][];
}

/**
 * Reads `templates/import-words.yaml`, Offprint's own and what a journal adds. Throws TemplateError for a file that is
 * not lists of words by language.
 */
export async function readFormWords(repository: Repository, languages: Languages): Promise<FormWords> {
  const fault = 'Not lists of words by language, such as en: { abstract: [abstract] }';
  const books = await readWordFiles(repository, 'templates/import-words.yaml', isTexts, fault);
  return formWords(books, languages);
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

function formWords(books: readonly WordFile<string[]>[], rules: Languages): FormWords {
  const all = new Map<WordKind, Set<string>>();
  const byLanguage = new Map<string, Set<string>>();
  for (const book of books)
    for (const [lang, kinds] of Object.entries(book))
      for (const [kind, words] of Object.entries(kinds) as [WordKind, string[]][])
        for (const word of words.map((one) => folded(one))) {
          all.set(kind, (all.get(kind) ?? new Set()).add(word));
          const key = `${lang} ${kind}`;
          byLanguage.set(key, (byLanguage.get(key) ?? new Set()).add(word));
        }
  const setOf = (kind: WordKind): ReadonlySet<string> => all.get(kind) ?? new Set();
  const of = (kind: WordKind, lang: string): ReadonlySet<string> =>
    byLanguage.get(`${lang.split('-')[0]} ${kind}`) ?? new Set();
  const patterns = new Map<string, RegExp>();
  const patternOf = (kind: WordKind, before: string, after: string): RegExp => {
    const key = `${kind} ${before} ${after}`;
    let pattern = patterns.get(key);
    if (!pattern) {
      // The longest first: “key words” before “key”.
      const words = [...setOf(kind)].sort((a, b) => b.length - a.length).map(escapeRegExp);
      pattern = new RegExp(`${before}(?:${words.join('|') || '(?!)'})${after}`, 'iu');
      patterns.set(key, pattern);
    }
    return pattern;
  };
  const languages = [...new Set([...byLanguage.keys()].map((key) => key.split(' ')[0] as string))];
  return {
    with(lang) {
      const tag = lang.split('-')[0] as string;
      const own = languages.includes(tag) ? undefined : languageFor(rules, lang);
      return own ? formWords([...books, { [tag]: listsOf(wordsOfLanguage(own)) }], rules) : this;
    },
    monthLists: () =>
      languages.flatMap((lang) => {
        const dates = languageFor(rules, lang)?.dates;
        return dates ? [dates.months, ...(dates['months-of-day'] ? [dates['months-of-day']] : [])] : [];
      }),
    is(kind, text) {
      const plain = folded(text)
        .replace(/^(?:\d+(?:\.\d+)*[.)]?\s+|[\divxlc]+[.)]\s*)+/u, '')
        .replace(/[\s.:;*]+$/u, '');
      return setOf(kind).has(plain);
    },
    label(kind, text) {
      // A date stands behind its word without a colon, too.
      const bare = kind === 'received' || kind === 'accepted' ? '|(?<=\\s)(?=\\d)' : '';
      const after = `\\s*(?:[:：]|[.](?=\\s)|[—–](?=\\s)|$${bare})\\s*`;
      const found = patternOf(kind, '^\\s*', after).exec(folded(text, false));
      return found ? { label: text.slice(0, found[0].length), rest: text.slice(found[0].length) } : undefined;
    },
    has: (kind, text) => patternOf(kind, '(?<![\\p{L}])', '(?:[\\p{L}]{0,3})(?![\\p{L}])').test(folded(text)),
    after(kind, text) {
      const plain = folded(text, false);
      const pattern = new RegExp(patternOf(kind, '(?<![\\p{L}])', '(?:[\\p{L}]{0,3})(?![\\p{L}])').source, 'giu');
      const last = [...plain.matchAll(pattern)].at(-1);
      return last ? text.slice(last.index + last[0].length) : undefined;
    },
    of,
    languagesOf(kind, word) {
      const plain = folded(word).replace(/[\s.:：—–]+$/u, '');
      return languages.filter((lang) => of(kind, lang).has(plain));
    },
    languageOf(text) {
      const words = folded(text).match(/\p{L}+/gu) ?? [];
      const counts = languages
        .map((lang) => {
          const own = of('known-by', lang);
          return { lang, count: words.filter((word) => own.has(word)).length };
        })
        .sort((a, b) => b.count - a.count);
      const [first, second] = counts;
      const isClear =
        first && first.count >= Math.max(5, words.length * 0.03) && first.count > 1.5 * (second?.count ?? 0);
      return isClear ? first.lang : undefined;
    },
  };
}

/** What a language calls the parts of an article, as lists. */
function listsOf(words: Record<string, string>): Record<string, string[]> {
  const said = (key: string): string[] => (words[key] ? [words[key]] : []);
  const kinds = ['abstract', 'keywords', 'notes', 'references', 'figure', 'table', 'contents', 'received', 'accepted'];
  return {
    ...Object.fromEntries(kinds.map((kind) => [kind, said(kind)])),
    email: said('email'),
    'about-author': [...said('about-author'), ...said('about-authors')],
  };
}

/** A text in lower case, with one apostrophe and plain spaces; each sign stays one sign without `trim`. */
function folded(text: string, trim = true): string {
  const plain = text
    .toLowerCase()
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/\s/g, ' ');
  return trim ? plain.replace(/ +/g, ' ').trim() : plain;
}
