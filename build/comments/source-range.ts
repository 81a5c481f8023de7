import type { FoundLetters, WantedWords } from './find-words.ts';
import { foldedLetters, type OffsetLetters } from './manuscript-letters.ts';

/** A range of a manuscript, by offsets. */
export interface SourceRange {
  from: number;
  to: number;
}

/** The signs that typography makes of one another. */
const alike: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u02bc\u2039\u203a']/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb"]/g, '"'],
  [/\u2026/g, '...'],
  [/[\u2010-\u2015\u2212]|-{1,3}/g, '-'],
  [/[\s\u00a0\u202f\u2009\u00ad]+/g, ''],
];

const plain = (text: string): string =>
  alike.reduce((all, [from, to]) => all.replace(from, to), text.normalize('NFKC'));

/**
 * The range of a manuscript that words of a page stand for, with the figures and signs at their ends; undefined if it
 * has marks or other words in it, so that it is not these words alone.
 */
export function rangeOfWords(
  source: string,
  { offsets }: OffsetLetters,
  { from, to }: FoundLetters,
  { words, before }: WantedWords,
): SourceRange | undefined {
  const [lead = '', tail = ''] = [/^[^\p{L}]*/u.exec(words)?.[0], /[^\p{L}]*$/u.exec(words)?.[0]];
  if (foldedLetters(words) === '') return rangeOfSigns(source, offsets, from, words, before);
  const start = offsets[from];
  const last = offsets[to - 1];
  if (start === undefined || last === undefined || last < start) return undefined;
  const head = backOver(source, start, lead);
  const end = forthOver(source, last + lengthAt(source, last), tail);
  if (head === undefined || end === undefined) return undefined;
  const written = source.slice(head, end);
  return plain(written) === plain(words) ? { from: head, to: end } : undefined;
}

/** The range of signs and figures between two letters. */
function rangeOfSigns(
  source: string,
  offsets: readonly number[],
  at: number,
  words: string,
  before: string,
): SourceRange | undefined {
  const previous = offsets[at - 1];
  if (previous === undefined || plain(words) === '') return undefined;
  const start = previous + lengthAt(source, previous);
  const lead = /[^\p{L}]*$/u.exec(before)?.[0] ?? '';
  const next = offsets[at] ?? source.length;
  const gap = source.slice(start, next);
  const own = forthOver(source, start, lead);
  const from = own === undefined ? start + gap.indexOf(words) : skipSpace(source, own);
  if (own === undefined && !gap.includes(words)) return undefined;
  const to = forthOver(source, from, words);
  return to !== undefined && to <= next ? { from, to } : undefined;
}

/** The place between two letters of a manuscript that a caret points at. */
export function placeBetween(
  source: string,
  { offsets }: OffsetLetters,
  { from }: FoundLetters,
  { before }: Pick<WantedWords, 'before'>,
): number | undefined {
  const previous = offsets[from - 1];
  const next = offsets[from];
  if (previous === undefined || source[previous] === undefined) return next;
  const start = previous + lengthAt(source, previous);
  const lead = /[^\p{L}]*$/u.exec(before)?.[0] ?? '';
  const at = forthOver(source, start, lead);
  return at !== undefined && (next === undefined || at <= next) ? at : undefined;
}

function lengthAt(source: string, offset: number): number {
  return (
    String.fromCodePoint(source.codePointAt(offset) ?? 32).length +
    (/^\p{M}*/u.exec(source.slice(offset + 1))?.[0].length ?? 0)
  );
}

function skipSpace(source: string, at: number): number {
  return at + (/^[ \t]*/.exec(source.slice(at))?.[0].length ?? 0);
}

/** The offset behind signs that begin at an offset, as a manuscript writes them; undefined if it has others. */
function forthOver(source: string, at: number, signs: string): number | undefined {
  const wanted = plain(signs);
  if (wanted === '') return at;
  for (let end = at + 1; end <= Math.min(source.length, at + signs.length * 3 + 6); end++) {
    const here = plain(source.slice(at, end));
    if (
      here === wanted &&
      !(wanted.endsWith('-') && source[end] === '-') &&
      !(wanted.endsWith('.') && source[end] === '.' && wanted.endsWith('...'))
    )
      return end;
    if (!wanted.startsWith(here) && here !== '' && !wanted.startsWith(here.replace(/\.+$/, ''))) return undefined;
  }
  return undefined;
}

/** The offset where signs begin that end at an offset. */
function backOver(source: string, at: number, signs: string): number | undefined {
  const wanted = plain(signs);
  if (wanted === '') return at;
  for (let start = at - 1; start >= Math.max(0, at - signs.length * 3 - 6); start--)
    if (plain(source.slice(start, at)) === wanted) return start;
  return undefined;
}
