import type { InlineRun } from './inline-run.ts';
import { opaque } from './inline-run.ts';

/** Outer and inner marks, with the spaces a language puts inside them. */
interface Marks {
  outer: readonly [string, string];
  inner: readonly [string, string];
}

const thin = '\u202f';
const english: Marks = { outer: ['“', '”'], inner: ['‘', '’'] };
const marks: Record<string, Marks> = {
  en: english,
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  be: { outer: ['«', '»'], inner: ['„', '“'] },
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
  fr: { outer: [`«${thin}`, `${thin}»`], inner: ['“', '”'] },
};

interface Open {
  mark: '"' | "'" | 'typed';
  at: number;
  /** How many stand open around it. */
  depth: number;
}

/**
 * Makes quotation marks of straight ones, by the language they stand in, and apostrophes. Marks that the author has typed as such are
 * left, and counted: a straight one inside « » is an inner one. In English the author’s choice of " or ' is kept.
 */
export function setQuotes({ text, lang, langs, cells }: InlineRun): void {
  const open: Open[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    const before = text[i - 1] ?? ' ';
    const after = text[i + 1] ?? ' ';
    if ('«»„“”'.includes(character)) readTyped(i, character);
    else if (character === '"') setDouble(i, before, after);
    else if (character === "'") setSingle(i, before, after);
  }

  /** “ opens in English, and closes „ in other languages. */
  function readTyped(at: number, character: string): void {
    const opened = open.findLastIndex((entry) => entry.mark === 'typed');
    const closes =
      character === '»' || character === '”' || (character === '“' && text[open[opened]?.at ?? -1] === '„');
    if (!closes) open.push({ mark: 'typed', at, depth: open.length });
    else if (opened >= 0) open.splice(opened);
  }

  function setDouble(i: number, before: string, after: string): void {
    const opened = open.findLastIndex((entry) => entry.mark === '"');
    if (opened < 0 && /\d/.test(before) && !/[\p{L}\d]/u.test(after)) cells[i] = '″';
    else if (opens(before, after, opened >= 0)) openAt(i, '"');
    else if (opened >= 0) closeAt(i, opened);
    else cells[i] = marksOf(langs[i]).outer[1];
  }

  function setSingle(i: number, before: string, after: string): void {
    const opened = open.findLastIndex((entry) => entry.mark === "'");
    const rest = text.slice(i, i + 2000);
    if (/[\p{L}\p{M}\d]/u.test(before)) {
      if (opened >= 0 && !/[\p{L}\d]/u.test(after)) closeAt(i, opened);
      else cells[i] = /\d/.test(before) && !/\p{L}/u.test(after) ? '′' : '’';
    } else if (/^'(\d\d(s|\b)|(tis|twas|em|til|cause)\b|n')/i.test(rest)) cells[i] = '’';
    else if (opens(before, after, opened >= 0) && closesLater(rest.slice(1))) openAt(i, "'");
    else if (opened >= 0) closeAt(i, opened);
    else cells[i] = '’';
  }

  function openAt(at: number, mark: Open['mark']): void {
    const entry = { mark, at, depth: open.length };
    cells[at] = pairOf(entry, langs[at])[0];
    open.push(entry);
  }

  /** A pair that begins in one language and ends in another belongs to the text around both. */
  function closeAt(i: number, opened: number): void {
    const entry = open.splice(opened)[0] as Open;
    const pair = pairOf(entry, langs[entry.at] === langs[i] ? langs[i] : lang);
    cells[entry.at] = pair[0];
    cells[i] = pair[1];
  }
}

function pairOf({ mark, depth }: Open, lang: string | undefined): readonly [string, string] {
  const { outer, inner } = marksOf(lang);
  if (mark === "'") return inner;
  return depth % 2 === 0 || marksOf(lang) === english ? outer : inner;
}

/** Whether a mark between two characters opens: something follows it, and nothing that it could close stands before it. */
function opens(before: string, after: string, isOpen: boolean): boolean {
  if (/\s/.test(after) || after === '') return false;
  if (/[\s([{\u00a0\u202f–—«„“‘"'/-]/u.test(before)) return true;
  return before === opaque && !isOpen;
}

function closesLater(rest: string): boolean {
  return /[^\s]'(?![\p{L}\d])/u.test(rest);
}

/** Whether the quotation marks of a language are known; else they are English ones. */
export function hasMarks(lang: string): boolean {
  return Object.hasOwn(marks, lang.split('-')[0] as string);
}

function marksOf(lang = 'en'): Marks {
  return marks[lang.split('-')[0] as string] ?? english;
}
