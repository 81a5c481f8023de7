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
  close: string;
}

/**
 * Makes quotation marks of straight ones, by the language they stand in, and apostrophes. Marks that the author has typed as such are
 * left, and counted: a straight one inside « » is an inner one. In English the author’s choice of " or ' is kept.
 */
export function setQuotes({ text, langs, cells }: InlineRun): void {
  const open: Open[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    const before = text[i - 1] ?? ' ';
    const after = text[i + 1] ?? ' ';
    if (character === '«' || character === '„') open.push({ mark: 'typed', close: '' });
    else if (character === '»') dropTyped(open);
    else if (character === '"') setDouble(i, before, after);
    else if (character === "'") setSingle(i, before, after);
  }

  function setDouble(i: number, before: string, after: string): void {
    const opened = open.findLastIndex((entry) => entry.mark === '"');
    if (opened < 0 && /\d/.test(before) && !/[\p{L}\d]/u.test(after)) {
      cells[i] = '″';
      return;
    }
    if (opens(before, after, opened >= 0)) {
      const pair = open.length % 2 === 0 || isEnglish(langs[i]) ? marksOf(langs[i]).outer : marksOf(langs[i]).inner;
      cells[i] = pair[0];
      open.push({ mark: '"', close: pair[1] });
    } else cells[i] = opened >= 0 ? (open.splice(opened)[0] as Open).close : marksOf(langs[i]).outer[1];
  }

  function setSingle(i: number, before: string, after: string): void {
    const opened = open.findLastIndex((entry) => entry.mark === "'");
    const rest = text.slice(i);
    if (/[\p{L}\p{M}\d]/u.test(before)) {
      const closes = opened >= 0 && !/[\p{L}\d]/u.test(after);
      if (closes) cells[i] = (open.splice(opened)[0] as Open).close;
      else cells[i] = /\d/.test(before) && !/\p{L}/u.test(after) ? '′' : '’';
    } else if (/^'(\d\d(s|\b)|(tis|twas|em|til|cause)\b)/i.test(rest)) cells[i] = '’';
    else if (opens(before, after, opened >= 0) && closesLater(rest.slice(1))) {
      const pair = marksOf(langs[i]).inner;
      cells[i] = pair[0];
      open.push({ mark: "'", close: pair[1] });
    } else cells[i] = opened >= 0 ? (open.splice(opened)[0] as Open).close : '’';
  }
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

function dropTyped(open: Open[]): void {
  const index = open.findLastIndex((entry) => entry.mark === 'typed');
  if (index >= 0) open.splice(index);
}

function isEnglish(lang = 'en'): boolean {
  return marksOf(lang) === english;
}

function marksOf(lang = 'en'): Marks {
  return marks[lang.split('-')[0] as string] ?? english;
}
