import { parse } from 'yaml';
import { readHouseFile } from '../disk/house-file.ts';
import { canonicalTag } from '../text/language-tag.ts';
import { scriptOf } from '../text/script.ts';
import type { LanguageFile } from './schema.ts';

/** The folder of the files of languages, in Offprint and in a journal. */
export const languagesFolder = 'templates/languages';

/**
 * The languages that texts can be set in: those of the house, each read when it is first asked for, and before them a
 * journal’s own.
 */
export interface Languages {
  /** The journal’s files, by tag. */
  readonly own: Readonly<Record<string, LanguageFile>>;
}

/** The languages of the house alone. */
export const houseLanguages: Languages = { own: {} };

/** A language with all that is known of it, its own and its base’s. */
export interface Language extends Omit<LanguageFile, 'base'> {
  /** The tag of its file: `de` for `de-LI`, which has none. */
  tag: string;
}

/** Returns the language of a tag, or the next wider one: `de-LI` is `de`. Undefined if there is no file for either. */
export function languageFor(languages: Languages, lang: string): Language | undefined {
  const found = known.get(languages) ?? new Map<string, Language | undefined>();
  known.set(languages, found);
  if (!found.has(lang)) found.set(lang, findLanguage(languages, lang));
  return found.get(lang);
}

/** Returns a language, or English for one that is not known. */
export function languageOrEnglish(languages: Languages, lang: string): Language {
  return languageFor(languages, lang) ?? (languageFor(languages, 'en') as Language);
}

/** Returns a function that makes something of a language once. */
export function oncePerLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new WeakMap<Language, { value: T }>();
  return (language) => {
    const known = made.get(language) ?? { value: make(language) };
    made.set(language, known);
    return known.value;
  };
}

const known = new WeakMap<Languages, Map<string, Language | undefined>>();
/** The files of the house that were read; they do not change while the program runs. */
const house = new Map<string, LanguageFile | undefined>();

function findLanguage({ own }: Languages, lang: string): Language | undefined {
  for (const tag of widerTags(lang)) {
    const file = own[tag] ?? houseFile(tag);
    if (file) return whole(tag, file, own);
  }
  return undefined;
}

/** A tag and the tags that it can fall back to, in the usual case. None is in another script: `uk-Latn` is not `uk`. */
function widerTags(lang: string): string[] {
  const parts = (canonicalTag(lang) ?? lang).split('-');
  const tags = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
  return tags.filter((tag) => scriptOf(tag) === scriptOf(tags[0] as string));
}

/** A file with what its base says besides. The base of a journal’s own file may be the house’s file of the same tag. */
function whole(tag: string, file: LanguageFile, own: Languages['own']): Language {
  const { base, ...rest } = file;
  const wider = base && ((base === tag ? undefined : own[base]) ?? houseFile(base));
  if (!base || !wider || wider === file) return { ...rest, tag };
  const { tests: _, ...inherited } = whole(base, wider, base === tag ? {} : own);
  const joined = (['words', 'issue-words'] as const).flatMap((key) =>
    rest[key] && inherited[key] ? [[key, { ...inherited[key], ...rest[key] }] as const] : [],
  );
  return {
    ...inherited,
    ...rest,
    ...Object.fromEntries(joined),
    sources: { ...inherited.sources, ...rest.sources },
    tag,
  };
}

function houseFile(tag: string): LanguageFile | undefined {
  if (!house.has(tag)) {
    const text = /^[\w-]+$/.test(tag) ? readHouseFile(`${languagesFolder}/${tag}.yaml`) : undefined;
    house.set(tag, text === undefined ? undefined : (parse(text) as LanguageFile));
  }
  return house.get(tag);
}

/** A text of a file with its spaces: `~` does not break, `|` is thin and does not break. */
export function readSpaces(written: string): string {
  return written.replaceAll('~', '\u00a0').replaceAll('|', '\u202f');
}
