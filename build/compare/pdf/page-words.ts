import { gapBetween, isOfOtherLine, type PageSign, standsApart } from '../../pdf-reading/page-signs.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import type { Spot } from '../change.ts';
import type { Token } from '../model.ts';
import { neighbours } from '../neighbours.ts';
import { foldWord } from '../text/fold-typography.ts';

/** A word of a page, with the areas that it covers: two where a line’s end divides it. */
export interface PageWord {
  text: string;
  areas: Rectangle[];
  /** Its line, counted from 1 in its column, and the column. */
  line: number;
  column: number;
}

/** Letters of a line that stand beside each other, as far as the next column. */
interface LineRun {
  from: number;
  to: number;
  middle: number;
  size: number;
}

/** The words of a page in the order of painting; `width` is the page’s, in points. */
export function pageWords(signs: readonly PageSign[], width: number): PageWord[] {
  const words: { text: string; areas: Rectangle[]; run: LineRun }[] = [];
  const runs: LineRun[] = [];
  let last: PageSign | undefined;
  let isOpen = false;
  for (const sign of signs) {
    const { text, box, middle, size } = sign;
    if (text.trim() === '') {
      // A divided word goes on in the next line, though a space may be painted at the end of this one.
      isOpen &&= /[\u00ad\u2010-]$/.test(last?.text ?? '');
      continue;
    }
    const isNewLine = last !== undefined && isOfOtherLine(last, sign);
    let run = runs.at(-1);
    if (!run || !last || isNewLine || gapBetween(last, sign) > 2 * size) {
      run = { from: box[0], to: box[2], middle: middle[1], size };
      runs.push(run);
    } else Object.assign(run, { from: Math.min(run.from, box[0]), to: Math.max(run.to, box[2]) });
    const word = words.at(-1);
    const isDivided = isNewLine && /[\u00ad\u2010-]$/.test(last?.text ?? '');
    if (word && last && isOpen && (isDivided || !standsApart(last, sign))) {
      word.text += text;
      if (isNewLine) word.areas.push(box);
      else word.areas.push(areaAround(word.areas.pop() ?? box, box));
    } else words.push({ text, areas: [box], run });
    isOpen = true;
    last = sign;
  }
  const numbers = lineNumbers(runs, width);
  return words.map(({ text, areas, run }) => ({
    text: foldWord(text),
    areas,
    ...(numbers.get(run) ?? { line: 1, column: 1 }),
  }));
}

/** The least area around two. */
export const areaAround = (one: Rectangle, other: Rectangle): Rectangle => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];

/** The line of each run, counted in its column. */
function lineNumbers(runs: readonly LineRun[], width: number): Map<LineRun, { line: number; column: number }> {
  const isTwo = runs.some(({ to }) => to < width * 0.52);
  const columnOf = ({ from }: LineRun) => (isTwo && from > width * 0.48 ? 2 : 1);
  const numbers = new Map<LineRun, { line: number; column: number }>();
  for (const column of [1, 2]) {
    const heights: number[] = [];
    const own = runs.filter((run) => columnOf(run) === column);
    for (const run of own.toSorted((a, b) => b.middle - a.middle)) {
      if (heights.length === 0 || (heights.at(-1) as number) - run.middle > run.size * 0.5) heights.push(run.middle);
      numbers.set(run, { line: heights.length, column });
    }
  }
  return numbers;
}

/** Finds the words of a change on a page: those around it decide which, and at least its own have to be there. */
export function wordsOfSpot(words: readonly PageWord[], spot: Spot): PageWord[] {
  const { block, from, to } = spot;
  const { tokens } = block;
  const { before: ahead, after: behind } = neighbours(spot, 6);
  const keys = (list: readonly Token[]) => list.map(({ text }) => foldWord(text));
  // Where nothing stands, the word before is marked.
  const [start, end] = from < to ? [from, to] : [Math.max(0, from - 1), Math.max(1, from)];
  const wanted = keys(tokens.slice(start, Math.min(end, start + 60)));
  if (wanted.length === 0) return [];
  for (const around of [6, 3, 1, 0]) {
    const lead = around === 0 ? [] : keys([...ahead, ...tokens.slice(0, start)].slice(-around));
    const trail = keys([...tokens.slice(end), ...behind].slice(0, around));
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
