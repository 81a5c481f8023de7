import type { PlacedWord, PlacedWords } from '../pages/in-page/word-places.ts';

/** A line of a proof that has a number; px from the left and top edge of the sheet. */
export interface ProofLine {
  /** Counted on its page, from 1, column after column. */
  number: number;
  /** The height of the middle of its letters. */
  middle: number;
  /** The margin beside it: that of the first column, or that of the last. */
  side: 'left' | 'right';
}

/** The numbered lines of a page, in reading order: text, captions and notes, but not what is drawn in pictures. */
export function proofLines({ width, words }: PlacedWords): ProofLine[] {
  const lines: Span[] = [];
  for (const word of words) {
    if (word.sign !== undefined || word.text.trim() === '') continue;
    const last = lines.at(-1);
    if (last && goesOn(last, word)) last.right = Math.max(last.right, word.left + word.width);
    else lines.push({ left: word.left, right: word.left + word.width, middle: middleOf(word), height: word.height });
  }
  const found: ProofLine[] = [];
  for (const { left, right, middle, height } of inReadingOrder(lines, width)) {
    const side = isSecond({ left, right }, width) ? 'right' : 'left';
    // The cells of a row, and a figure raised above its line, are one line.
    const isKnown = found.some((one) => one.side === side && Math.abs(one.middle - middle) < height / 2);
    if (!isKnown) found.push({ number: found.length + 1, middle, side });
  }
  return found;
}

interface Span {
  left: number;
  right: number;
  middle: number;
  height: number;
}

const middleOf = ({ top, height }: PlacedWord): number => top + height / 2;

function goesOn({ right, middle, height }: Span, word: PlacedWord): boolean {
  return Math.abs(middleOf(word) - middle) < height / 2 && word.left > right - 1 && word.left < right + 3 * height;
}

/** True for a line in the right half of the page: of a second column. */
function isSecond({ left }: Pick<Span, 'left' | 'right'>, width: number): boolean {
  return left > width * 0.48;
}

/**
 * Lines from the top to the foot, those of the first column before those of the second: but what stands over both, or
 * below both, before and after them.
 */
function inReadingOrder(lines: readonly Span[], width: number): Span[] {
  const isWide = ({ left, right }: Span) => left < width * 0.45 && right > width * 0.55;
  const sorted = lines.toSorted((a, b) => a.middle - b.middle || a.left - b.left);
  const ordered: Span[] = [];
  let first: Span[] = [];
  let second: Span[] = [];
  const flush = () => {
    ordered.push(...first, ...second);
    [first, second] = [[], []];
  };
  for (const line of sorted) {
    if (isWide(line)) {
      flush();
      ordered.push(line);
    } else (isSecond(line, width) ? second : first).push(line);
  }
  flush();
  return ordered;
}
