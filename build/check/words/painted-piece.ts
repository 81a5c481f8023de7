import type { HiddenReason } from '../../pdf-reading/content/visibility.ts';

/** A position on a page, in points, with the font size there. */
export interface TextPosition {
  page: number;
  x: number;
  y: number;
  size: number;
}

/** A piece of text as it was painted, with its beginning and end. */
export interface PaintedPiece {
  text: string;
  from: TextPosition;
  to: TextPosition;
  /** The key of its marked content: the row of its page or form in the parent tree, and its number in it. */
  key?: string;
}

/** Text that is painted and cannot be seen. */
export interface HiddenText {
  page: number;
  text: string;
  why: HiddenReason;
  key: string | undefined;
}

/** Text that is painted over other text. */
export interface OverlappingTexts {
  page: number;
  texts: readonly [below: string, above: string];
  /** The keys of both, which show if they are lettering of the same drawing. */
  keys: readonly [string | undefined, string | undefined];
}

/**
 * True if text begins in another line, column or page than the text before it. A note’s call is raised, and still in
 * its line; the next column may begin at the height at which this one ends. Text from right to left goes on at the
 * left: farther with a wide letter, or with figures in it.
 */
export function startsNewLine(before: TextPosition, after: TextPosition): boolean {
  if (before.page !== after.page) return true;
  const size = Math.max(before.size, after.size, 1);
  return Math.abs(after.y - before.y) > size * 0.8 || after.x - before.x > size || before.x - after.x > size * 4;
}
