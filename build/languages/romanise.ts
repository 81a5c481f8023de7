import { parse } from 'yaml';
import { readHouseFile } from '../disk/house-file.ts';
import { cyrillicLanguage, languageOfScript } from '../text/script.ts';

/** A way to write the words of a language in Latin letters, as `templates/romanisation.yaml` has it. */
export interface Romanisation {
  /** The standard. */
  source: string;
  /** Pairs of what is read and what is written, `щ=shch`. */
  letters: string;
  'at-begin'?: string;
  'at-end'?: string;
  tests?: Record<string, string>;
}

/** What is written for letters and groups of letters, by where they stand in a word. */
interface Table {
  anywhere: Map<string, string>;
  atBegin: Map<string, string>;
  atEnd: Map<string, string>;
  /** Every letter that it writes, alone. */
  letters: Set<string>;
  /** The letters of the longest group. */
  longest: number;
}

/** The romanisations of Offprint by the tags of their languages. */
export function romanisations(): Readonly<Record<string, Romanisation>> {
  read ??= parse(readHouseFile('templates/romanisation.yaml') ?? '') as Record<string, Romanisation>;
  return read;
}

let read: Record<string, Romanisation> | undefined;
const tables = new Map<string, Table | undefined>();

/**
 * Transliterates the words of a text in other scripts to lower-case Latin letters, word by word, by the rules of their
 * language: that is `lang` where it is written in these letters, else the letters tell it. Words that no table can
 * write stay as they are.
 */
export function romanise(text: string, lang = ''): string {
  const whole = text.normalize();
  if (!/[^\P{L}\p{Script=Latin}]/u.test(whole)) return whole;
  const languages = new Map<Script, string | undefined>();
  return whole.replace(words, (found) => {
    const script = scripts.find(({ letters }) => letters.test(found));
    if (!script) return found;
    if (!languages.has(script)) languages.set(script, languageOfWords(whole, script, lang));
    const table = tableOf(languages.get(script) ?? '');
    return table ? romaniseWord(found, table) : found;
  });
}

interface Script {
  letters: RegExp;
  /** The language that a text tells by its letters. */
  tell(text: string): string;
}

const scripts: readonly Script[] = [
  { letters: /\p{Script=Cyrillic}/u, tell: (text) => cyrillicLanguage(text) ?? 'ru' },
  { letters: /\p{Script=Greek}/u, tell: () => 'el' },
  { letters: /\p{Script=Hebrew}/u, tell: () => 'he' },
  { letters: /\p{Script=Arabic}/u, tell: (text) => (languageOfScript('Arab', text) === 'ar' ? 'ar' : 'fa') },
  { letters: /\p{Script=Armenian}/u, tell: () => 'hy' },
  { letters: /\p{Script=Georgian}/u, tell: () => 'ka' },
];

const letter = String.raw`[${scripts.map(({ letters }) => letters.source).join('')}]\p{M}*`;
/** Words of other scripts; in Ukrainian and its kin, an apostrophe is part of a word. */
const words = new RegExp(`(?:${letter})+(?:['’ʼ](?:${letter})+)*`, 'gu');

/** The language that has all letters of a script in a text: the one given, else the one that the letters tell. */
function languageOfWords(text: string, { letters, tell }: Script, lang: string): string | undefined {
  const own = new Set([...plain(text)].filter((one) => letters.test(one) && /\p{L}/u.test(one)));
  const base = lang.toLowerCase().replace(/-.*/, '');
  return [base, tell(text), 'ru', 'und-Cyrl'].find((one) => {
    const table = tableOf(one);
    return table !== undefined && [...own].every((sign) => table.letters.has(sign));
  });
}

function romaniseWord(word: string, { anywhere, atBegin, atEnd, longest }: Table): string {
  const own = [...plain(word)];
  let written = '';
  for (let i = 0; i < own.length; ) {
    let length = Math.min(longest, own.length - i);
    for (; length > 0; length--) {
      const group = own.slice(i, i + length).join('');
      const found =
        (i === 0 ? atBegin.get(group) : undefined) ??
        (i + length === own.length ? atEnd.get(group) : undefined) ??
        anywhere.get(group);
      if (found === undefined) continue;
      written += found;
      break;
    }
    if (length === 0) written += /\p{L}/u.test(own[i] ?? '') ? own[i] : '';
    i += Math.max(length, 1);
  }
  return written;
}

/**
 * A text in small letters, without apostrophes and marks: й and ї keep theirs, Greek accents and Hebrew points go. A
 * Greek diaeresis stands before its letter, so that αϋ is none of the group αυ.
 */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/\p{Script=Greek}\p{M}*/gu, (one) => one.normalize('NFD'))
    .replace(/(?!\u0308)\p{M}/gu, '')
    .replace(/(\p{L})\u0308/gu, '\u0308$1');
}

function tableOf(lang: string): Table | undefined {
  if (!tables.has(lang)) tables.set(lang, makeTable(romanisations()[lang]));
  return tables.get(lang);
}

function makeTable(romanisation: Romanisation | undefined): Table | undefined {
  if (!romanisation) return undefined;
  const anywhere = pairs(romanisation.letters);
  const [atBegin, atEnd] = [pairs(romanisation['at-begin'] ?? ''), pairs(romanisation['at-end'] ?? '')];
  const groups = [...anywhere.keys(), ...atBegin.keys(), ...atEnd.keys()];
  return {
    anywhere,
    atBegin,
    atEnd,
    letters: new Set(groups.filter((group) => [...group].length === 1)),
    longest: Math.max(...groups.map((group) => [...group].length)),
  };
}

function pairs(written: string): Map<string, string> {
  return new Map(
    written.split(/\s+/).flatMap((pair) => {
      const [letters = '', latin = ''] = pair.split('=');
      return letters ? [[letters, latin] as const] : [];
    }),
  );
}
