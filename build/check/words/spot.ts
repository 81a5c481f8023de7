import type { Unseen } from '../../pdf-reading/content/sight.ts';

/** Where text is on a page: in points, with the size it is set in. */
export interface Spot {
  page: number;
  x: number;
  y: number;
  size: number;
}

/** A piece of text as it was painted, with where it begins and ends. */
export interface PaintedPiece {
  text: string;
  from: Spot;
  to: Spot;
  /** Of what a tag may have: the row of its page or form in the parent tree, and its number in it. */
  key?: string;
}

/** Text that is painted and cannot be seen. */
export interface UnseenText {
  page: number;
  text: string;
  why: Unseen;
  key: string | undefined;
}

/** Text that stands on another. */
export interface Crossing {
  page: number;
  texts: readonly [below: string, above: string];
  /** Whether a tag has both, so that they are no lettering of the same drawing … */
  keys: readonly [string | undefined, string | undefined];
}

/**
 * Whether text goes on in another line, column or page than the text before it. A note’s call is raised, and still in its line; the next column may
 * begin at the height at which this one ends.
 */
export function isElsewhere(before: Spot, after: Spot): boolean {
  if (before.page !== after.page) return true;
  const size = Math.max(before.size, after.size, 1);
  return Math.abs(after.y - before.y) > size * 0.8 || Math.abs(after.x - before.x) > size;
}
