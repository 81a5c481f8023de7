import type { Article } from '../issue/model.ts';
import { offsetOfPoint } from '../where/file-lines.ts';
import { linesWithoutQueries } from '../where/lines-without-queries.ts';
import { passagesOf } from '../where/passages.ts';
import { frontMatterLines } from '../where/place-of-line.ts';
import { setText } from '../where/set-text.ts';
import { fold } from '../words/normalized-text.ts';

/**
 * The letters of a text, folded, each with its offset in the manuscript. Figures are left out: numbers of notes, pages
 * and figures stand on the pages, and not in manuscripts.
 */
export interface OffsetLetters {
  value: string;
  offsets: number[];
}

export function emptyLetters(): OffsetLetters {
  return { value: '', offsets: [] };
}

/** Adds the letters of a text; `offsetOf` gives the offset of the sign at an index. */
export function addLetters(letters: OffsetLetters, text: string, offsetOf: (index: number) => number): void {
  for (const { 0: sign, index } of text.matchAll(/\p{L}/gu))
    for (const one of foldedLetters(sign)) {
      letters.value += one;
      for (let i = 0; i < one.length; i++) letters.offsets.push(offsetOf(index));
    }
}

/** The letters of a text as they are compared: without figures, accents and case. */
export function foldedLetters(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '');
}

/** The sign between texts that do not follow one another; it is not a letter. */
export const gap = '\n';

function addGap(letters: OffsetLetters, offset: number): void {
  letters.value += gap;
  letters.offsets.push(offset);
}

/**
 * The letters of an article as it is set, with their places in its manuscript: text, notes, then the front matter as it
 * is written.
 */
export function manuscriptLetters(article: Pick<Article, 'body' | 'notes' | 'file'>): OffsetLetters {
  const lines = linesWithoutQueries(article.file);
  const letters = emptyLetters();
  const passages = passagesOf(article, lines);
  let note: string | undefined;
  for (const passage of [...passages.filter((one) => !one.note), ...passages.filter((one) => one.note)]) {
    if (passage.note && passage.note.id !== note) addGap(letters, passage.start);
    note = passage.note?.id;
    for (const { value, start, end, isMade } of setText(passage.block, lines).parts) {
      const there = [...lines.text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => start + index);
      const indexes = new Map([...value.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }, i) => [index, i]));
      const alike = isMade ? wordsInOrder(value, lines.text, start) : undefined;
      addLetters(letters, value, (index) =>
        isMade ? (alike?.(index) ?? start) : (there[indexes.get(index) ?? 0] ?? Math.max(start, end - 1)),
      );
    }
  }
  addGap(letters, 0);
  const front = offsetOfPoint(lines, { line: frontMatterLines(lines.text) + 1, column: 1 });
  addLetters(letters, lines.text.slice(0, front), (index) => index);
  return letters;
}

/**
 * The offsets of a text whose words stand in a manuscript one after the other, though not as it has them; undefined of
 * one that a build made of something else, as of a citation.
 */
function wordsInOrder(value: string, source: string, start: number): ((index: number) => number) | undefined {
  const words = [...value.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const places: { index: number; offset: number }[] = [];
  let from = start;
  for (const { 0: word, index } of words) {
    const offset = source.indexOf(word, from);
    if (offset < 0 || offset - from > farthest) continue;
    places.push({ index, offset });
    from = offset + word.length;
  }
  if (words.length < 4 || places.length < 0.9 * words.length) return undefined;
  return (index) => {
    const place = places.findLast((one) => one.index <= index);
    return place ? place.offset + index - place.index : start;
  };
}

/** How far apart two words are that follow one another, at most, in signs: there may be a query between. */
const farthest = 400;
