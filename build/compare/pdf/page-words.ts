import { type PaintedPiece, startsNewLine } from '../../check/words/painted-texts.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import type { Spot } from '../change.ts';
import type { Token } from '../model.ts';
import { foldWord } from '../text/fold-typography.ts';

/** A word of a page, with the areas that it covers: two where a line’s end divides it. */
export interface PageWord {
  text: string;
  areas: Rectangle[];
  /** Its line, counted from 1 in its column, and the column. */
  line: number;
  column: number;
}

/** The words of a page in the order of painting; `width` is the page’s, in points. Running heads are not counted. */
export function pageWords(pieces: readonly PaintedPiece[], width: number): PageWord[] {
  const isTagged = pieces.some(({ key }) => key !== undefined);
  const text = pieces.filter(({ key, text }) => text.trim() !== '' && (!isTagged || key !== undefined));
  const lines = lineNumbers(text, width);
  const words: PageWord[] = [];
  let last: PaintedPiece | undefined;
  let isOpen = false;
  for (const piece of text) {
    const isNewLine = last !== undefined && startsNewLine(last.to, piece.from);
    const goesOn = isOpen && last !== undefined && (!isNewLine || /[\u00ad\u2010-]$/.test(last.text));
    for (const { 0: word, index } of piece.text.matchAll(/\S+/g)) {
      const area = areaOf(piece, index, index + word.length);
      const before = words.at(-1);
      if (index === 0 && goesOn && before) {
        before.text = foldWord(before.text + word);
        before.areas.push(area);
      } else
        words.push({ text: foldWord(word), areas: [area], ...(lines.get(piece) as { line: number; column: number }) });
    }
    isOpen = /\S$/.test(piece.text);
    last = piece;
  }
  return words;
}

/** Letters that are about half as wide as others, and those that are wider. */
const narrow = /[iljtfrI.,;:'’‘!|()[\] -]/;
const wide = /[mwMWЖШЩЮжшщю—]/;
const widthOf = (sign: string): number => (narrow.test(sign) ? 0.55 : wide.test(sign) ? 1.5 : 1);

/**
 * The area of some letters of a piece: only its beginning and end are known, the rest by the usual widths of letters.
 */
function areaOf({ text, from, to }: PaintedPiece, start: number, end: number): Rectangle {
  const signs = [...text];
  const total = signs.slice(0, -1).reduce((sum, sign) => sum + widthOf(sign), 0) || 1;
  const at = (index: number) => {
    const along = [...text.slice(0, index)].reduce((sum, sign) => sum + widthOf(sign), 0);
    return from.x + ((to.x - from.x) * along) / total;
  };
  const isBack = to.x < from.x;
  const [left, right] = isBack ? [at(end), at(start)] : [at(start), at(end)];
  return [left, from.y - from.size * 0.25, Math.max(right, left + from.size * 0.3), from.y + from.size * 0.8];
}

function lineNumbers(
  pieces: readonly PaintedPiece[],
  width: number,
): Map<PaintedPiece, { line: number; column: number }> {
  const isSecond = ({ from }: PaintedPiece) => from.x > width * 0.48 && pieces.some((one) => one.to.x < width * 0.52);
  const numbers = new Map<PaintedPiece, { line: number; column: number }>();
  for (const column of [1, 2]) {
    const own = pieces.filter((piece) => (isSecond(piece) ? 2 : 1) === column);
    const heights: number[] = [];
    for (const piece of own.toSorted((a, b) => b.from.y - a.from.y)) {
      if (heights.length === 0 || (heights.at(-1) as number) - piece.from.y > piece.from.size * 0.5)
        heights.push(piece.from.y);
      numbers.set(piece, { line: heights.length, column });
    }
  }
  return numbers;
}

/** Finds the words of a change on a page: those around it decide which, and at least its own have to be there. */
export function wordsOfSpot(words: readonly PageWord[], { block, from, to }: Spot): PageWord[] {
  const { tokens } = block;
  const keys = (list: readonly Token[]) => list.map(({ text }) => foldWord(text));
  // Where nothing stands, the word before is marked.
  const [start, end] = from < to ? [from, to] : [Math.max(0, from - 1), Math.max(1, from)];
  const wanted = keys(tokens.slice(start, Math.min(end, start + 60)));
  if (wanted.length === 0) return [];
  for (const around of [6, 3, 1, 0]) {
    const lead = keys(tokens.slice(Math.max(0, start - around), start));
    const trail = keys(tokens.slice(end, end + around));
    for (const [before, after] of [
      [lead, trail],
      [lead, []],
      [[], trail],
    ] as const) {
      const all = [...before, ...wanted, ...after];
      const at = words.findIndex((_, i) => all.every((key, k) => isSame(words[i + k]?.text, key)));
      if (at >= 0) return words.slice(at + before.length, at + before.length + wanted.length);
    }
  }
  // The call of a note stands at the word, or the page ends within the change.
  const first = words.findIndex((_, i) => wanted.slice(0, 3).every((key, k) => isSame(words[i + k]?.text, key)));
  return first < 0 ? [] : words.slice(first, first + Math.min(3, wanted.length));
}

/** True if a word of a page is that of a block, perhaps with the number of a note behind it. */
function isSame(painted: string | undefined, wanted: string): boolean {
  return (
    painted !== undefined &&
    (painted === wanted || (painted.startsWith(wanted) && /^[\d*]+$/.test(painted.slice(wanted.length))))
  );
}
