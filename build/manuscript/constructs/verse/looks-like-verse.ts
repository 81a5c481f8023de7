import { toString as textOf } from 'mdast-util-to-string';
import type { BrokenLine } from './lines.ts';

/** Longer lines than this are not broken by hand. */
export const longest = 70;

/**
 * Lines that nobody’s editor broke: all short, and some indented, or the next word would have had room in many of them, or most end in a mark or are followed by a capital. Of two lines the first ends
 * so, and the second in a mark.
 */
export function looksLikeVerse(stanzas: readonly (readonly BrokenLine[])[]): boolean {
  const texts = stanzas.map((lines) => lines.map(({ children }) => children.map((child) => textOf(child)).join('')));
  const widest = Math.max(...texts.flat().map((text) => text.length));
  if (widest > longest) return false;
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
  // Lines that are full, as an editor’s program fills them: half of them end in a mark by chance, and German nouns have capitals.
  if (breaks.length >= 4 && room * 5 < breaks.length) return false;
  return widest <= 50
    ? room * 2 >= breaks.length || marked * 2 >= breaks.length
    : room * 2 >= breaks.length && marked * 3 >= breaks.length * 2;
}

/** How many letters and spaces a line has. */
export function lengthOf(line: BrokenLine | undefined): number {
  return line?.children.map((child) => textOf(child)).join('').length ?? 0;
}
