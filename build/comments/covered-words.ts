import { type PageSign, textOfSigns } from '../pdf-reading/page-signs.ts';
import type { Rectangle } from '../pdf-reading/pages.ts';
import type { Annotation } from './read-annotations.ts';

/** The words of a page that a comment is about, with those around them. */
export interface CoveredWords {
  /** The words that it covers; empty for a place between two signs. */
  words: string;
  /** The text of the page before and after them. */
  before: string;
  after: string;
  /** True if the words are only the nearest: the comment stands beside them. */
  isBeside: boolean;
  /** The index of the first of them among the signs of the page, which are in the order of its text. */
  at: number;
}

/** How many signs around the words are kept, to find them by. */
const around = 160;
/** The most signs of a drawing that are reported. */
const maxDrawn = 400;

/** Finds the words of a page that an annotation is about; undefined on a page without text. */
export function coveredWords(annotation: Annotation, signs: readonly PageSign[]): CoveredWords | undefined {
  const letters = signs.filter(({ text }) => text.trim() !== '');
  if (letters.length === 0) return undefined;
  const { subtype, areas, rect, target } = annotation;
  if (subtype === 'Caret') return betweenSigns(signs, middleOf(rect));
  if (target) return nearestWord(signs, target);
  if (textMarks.has(subtype)) {
    const inside = indexesIn(signs, areas);
    if (inside.length > 0) return rangeOf(signs, inside, wholeWords.has(subtype));
    return nearestWord(signs, middleOf(areas[0] ?? rect));
  }
  if (drawings.has(subtype)) {
    const inside = indexesIn(signs, subtype === 'Ink' ? areas.map(thickened) : [rect]);
    if (inside.length > 0 && inside.length <= maxDrawn) return rangeOf(signs, inside, true);
    return nearestWord(signs, middleOf(rect));
  }
  if (subtype === 'Stamp') return nearestWord(signs, middleOf(rect));
  // A note’s sign begins where its author clicked.
  const [left, bottom, right, top] = rect;
  return nearestWord(signs, [left + (right - left) / 3, top - (top - bottom) / 3]);
}

const textMarks: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Redact']);
/** Those that are reported with whole words, though they may cover only a part. */
const wholeWords: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'Squiggly']);
const drawings: ReadonlySet<string> = new Set(['Ink', 'Square', 'Circle', 'Polygon', 'PolyLine']);

const middleOf = ([left, bottom, right, top]: Rectangle): [number, number] => [(left + right) / 2, (bottom + top) / 2];

/** A stroke through a line has hardly a height. */
function thickened([left, bottom, right, top]: Rectangle): Rectangle {
  const more = Math.max(0, 8 - (top - bottom)) / 2;
  return [left, bottom - more, right, top + more];
}

/** The indexes of the signs whose middle is in one of some areas. */
function indexesIn(signs: readonly PageSign[], areas: readonly Rectangle[]): number[] {
  const isIn = ({ middle: [x, y], text }: PageSign) =>
    text.trim() !== '' &&
    areas.some(([left, bottom, right, top]) => left <= x && x <= right && bottom <= y && y <= top);
  return signs.flatMap((sign, i) => (isIn(sign) ? [i] : []));
}

/** The words from the first to the last of some signs; other columns and notes that are painted between stay out. */
function rangeOf(signs: readonly PageSign[], inside: readonly number[], isWhole: boolean): CoveredWords {
  let [first, last] = [inside[0] as number, inside.at(-1) as number];
  if (isWhole) {
    while (first > 0 && goesOn(signs, first - 1)) first--;
    while (last + 1 < signs.length && goesOn(signs, last)) last++;
  }
  const within = new Set(inside);
  const [from, to] = [inside[0] as number, inside.at(-1) as number];
  const isCovered = (i: number) => i < from || i > to || within.has(i) || signs[i]?.text.trim() === '';
  const whole = signs.slice(first, last + 1);
  const words = whole.filter((_, i) => isCovered(first + i));
  // Few signs between are punctuation that hangs, or gaps of sloppy marks.
  const isOneRange = whole.length - words.length <= whole.length / 4;
  return parts(signs, first, last + 1, textOfSigns(isOneRange ? whole : words), false);
}

/** True if a letter follows a letter in its word. */
function goesOn(signs: readonly PageSign[], i: number): boolean {
  const [one, next] = [signs[i], signs[i + 1]];
  if (!one || !next || !/[\p{L}\p{N}\p{M}]/u.test(one.text) || !/[\p{L}\p{N}\p{M}]/u.test(next.text)) return false;
  return textOfSigns([one, next]).length === [...one.text, ...next.text].length;
}

function parts(signs: readonly PageSign[], from: number, to: number, words: string, isBeside: boolean): CoveredWords {
  return {
    words,
    before: textOfSigns(signs.slice(Math.max(0, from - around), from)),
    after: textOfSigns(signs.slice(to, to + around)),
    isBeside,
    at: from,
  };
}

/** The index of the sign nearest to a point: what is beside it in its line is nearer than other lines. */
function nearestSign(signs: readonly PageSign[], [x, y]: readonly [number, number]): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [i, { box, text, middle }] of signs.entries()) {
    if (text.trim() === '') continue;
    const across = Math.max(box[0] - x, x - box[2], 0);
    const down = Math.max(box[1] - y, y - box[3], 0);
    const distance = across + 4 * down + Math.abs(middle[1] - y) / 1000;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

function nearestWord(signs: readonly PageSign[], point: readonly [number, number]): CoveredWords {
  const at = nearestSign(signs, point);
  return { ...rangeOf(signs, [at], true), isBeside: true };
}

/** The place between two signs that is nearest to a point. */
function betweenSigns(signs: readonly PageSign[], point: readonly [number, number]): CoveredWords {
  const at = nearestSign(signs, point);
  const { box, text } = signs[at] as PageSign;
  const isRight = point[0] > (box[0] + box[2]) / 2 !== /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text);
  const from = isRight ? at + 1 : at;
  return parts(signs, from, from, '', false);
}
