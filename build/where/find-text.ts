import { fold, lettersIn } from '../words/normalized-text.ts';
import type { FileLines } from './file-lines.ts';

/** The letters and digits of a text, folded, each with its offset. */
export interface Letters {
  value: string;
  offsets: number[];
}

/** Takes the letters and digits of a text, folded, so that one spelling of a word is found in another. */
export function lettersOf(text: string, from = 0, to = text.length): Letters {
  const offsets: number[] = [];
  let value = '';
  for (const { 0: sign, index } of text.slice(from, to).matchAll(/[\p{L}\p{N}]/gu)) {
    const folded = lettersIn(fold(sign));
    for (const one of folded) {
      value += one;
      for (let i = 0; i < one.length; i++) offsets.push(from + index);
    }
  }
  return { value, offsets };
}

/** A part of a file in which a text is looked for. */
export interface SearchedPart {
  lines: FileLines;
  letters: Letters;
}

/**
 * Finds where a word of a line of text comes from, where no tree has its place: titles, names, keywords, addresses.
 * `at` is the word’s index in the line. The part that has most of the words around it wins, then the first. Returns the
 * index of the part, and the word’s offset in its text.
 */
export function findWord(
  line: string,
  at: number,
  parts: readonly SearchedPart[],
): { part: number; offset: number } | undefined {
  const words = [...line.matchAll(/\S+/g)].filter(({ 0: word }) => /[\p{L}\p{N}]/u.test(word));
  const own = words.findLastIndex(({ index }) => index <= at);
  if (own < 0) return undefined;
  for (const [before, after] of windows(own, words.length)) {
    const around = words.slice(own - before, own + after + 1).map(({ 0: word }) => lettersOf(word).value);
    const wanted = around.join('');
    const lead = around.slice(0, before).join('').length;
    for (const [part, { letters }] of parts.entries()) {
      const found = indexOfWords(letters, wanted);
      const offset = found < 0 ? undefined : letters.offsets[found + lead];
      if (offset !== undefined) return { part, offset };
    }
  }
  return undefined;
}

/** How many words before and after are looked for with a word: all, then fewer and fewer, at last none. */
function windows(own: number, count: number): [before: number, after: number][] {
  const left = own;
  const right = count - own - 1;
  const sizes = [Number.POSITIVE_INFINITY, 8, 4, 2, 1, 0];
  const all = sizes.flatMap((size): [number, number][] => {
    const both: [number, number] = [Math.min(left, size), Math.min(right, size)];
    return size === 0 ? [both] : [both, [0, both[1]], [both[0], 0]];
  });
  // The more words, the surer.
  return all.sort(([a, b], [c, d]) => c + d - a - b);
}

/** The index of letters that begin and end where words do. */
function indexOfWords({ value, offsets }: Letters, wanted: string): number {
  if (wanted === '') return -1;
  for (let at = value.indexOf(wanted); at >= 0; at = value.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const begins = at === 0 || (offsets[at] as number) - (offsets[at - 1] as number) !== 1;
    const ends = end >= value.length || (offsets[end] as number) - (offsets[end - 1] as number) !== 1;
    if (begins && ends) return at;
  }
  return -1;
}
