import { toString as textOf } from 'mdast-util-to-string';
import type { BrokenLine } from './lines.ts';

/** The length of the longest line of verse; longer lines were not broken by hand. */
export const maxLineLength = 70;

/**
 * True if lines were broken by an author and not by an editor program. All have to be short. Also, some are indented,
 * or many had room for the next word, or most end in punctuation or are followed by a capital. Two lines are verse if
 * the first does so, and the second ends in punctuation.
 */
export function isLikelyVerse(stanzas: readonly (readonly BrokenLine[])[]): boolean {
  const texts = stanzas.map((lines) => lines.map(({ children }) => children.map((child) => textOf(child)).join('')));
  const widest = Math.max(...texts.flat().map((text) => text.length));
  if (widest > maxLineLength) return false;
  const breaks = texts.flatMap((lines) => lines.slice(1).map((after, i) => ({ before: lines[i] ?? '', after })));
  const indents = stanzas.flat().map(({ indent }) => indent);
  const indented = indents.filter((indent) => indent - Math.min(...indents) >= 2).length;
  if (indented * 4 >= indents.length) return true;
  const marked = breaks.filter(
    ({ before, after }) => /[,.;:!?…—–-]["'”“’»]?$/.test(before) || /^["'“„«‘]?\p{Lu}/u.test(after),
  ).length;
  if (breaks.length === 1) return marked === 1 && widest <= 50 && /\p{P}$/u.test(texts.flat()[1] ?? '');
  const room = breaks.filter(
    ({ before, after }) => before.length + 1 + (after.split(/\s/)[0]?.length ?? 0) <= widest,
  ).length;
  // Full lines, as an editor program breaks them: half of them end in punctuation by chance, and German nouns have
  // capitals.
  if (breaks.length >= 4 && room * 5 < breaks.length) return false;
  return widest <= 50
    ? room * 2 >= breaks.length || marked * 2 >= breaks.length
    : room * 2 >= breaks.length && marked * 3 >= breaks.length * 2;
}

/** The number of characters in a line. */
export function lineLength(line: BrokenLine | undefined): number {
  return line?.children.map((child) => textOf(child)).join('').length ?? 0;
}
