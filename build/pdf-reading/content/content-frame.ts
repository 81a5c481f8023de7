import type { PdfPage } from '../pages.ts';
import { type GraphicsState, intersectionOf } from './graphics-state.ts';
import type { MarkedSequence } from './marked-sequence.ts';
import { identity, type Matrix } from './matrix.ts';
import type { Resources } from './resources.ts';

/** The state of reading one content stream: that of a page, a form or a pattern. */
export interface ContentFrame {
  page: PdfPage;
  resources: Resources;
  /** Its key in the parent tree of the tags. */
  row: number | undefined;
  depth: number;
  /** The matrix at its beginning, on which patterns are laid (ISO 32000-1, 8.7.3.1). */
  base: Matrix;
  state: GraphicsState;
  saved: GraphicsState[];
  /** The open marked-content sequences. The array is replaced, never changed, since painted objects keep theirs. */
  marks: readonly MarkedSequence[];
  /**
   * The area of the path so far, on the page; empty if `left` is greater than `right`. `rectangles` and `others` count
   * its parts.
   */
  path: { left: number; bottom: number; right: number; top: number; rectangles: number; others: number };
  /** True if the path becomes a clip when it is painted. */
  clips: boolean;
  /** The text matrix and the matrix of its line (ISO 32000-1, 9.4.1). */
  text: Matrix;
  line: Matrix;
  leading: number;
}

export const emptyPath = (): ContentFrame['path'] => ({
  left: Infinity,
  bottom: Infinity,
  right: -Infinity,
  top: -Infinity,
  rectangles: 0,
  others: 0,
});

/** Ends the path; if it was a clip, clips to the rectangle around it. */
export function endPath(frame: ContentFrame): void {
  if (frame.clips) {
    const { left, bottom, right, top } = frame.path;
    frame.state = { ...frame.state, clip: intersectionOf(frame.state.clip, [left, bottom, right, top]) };
    frame.clips = false;
  }
  frame.path = emptyPath();
}

/**
 * Extends the path to a point. Drawings have thousands of points, so the transformation is written out. NaN changes
 * nothing.
 */
export function extendPath({ path, state }: ContentFrame, x: number, y: number): void {
  const [a, b, c, d, e, f] = state.matrix;
  const px = a * x + c * y + e;
  const py = b * x + d * y + f;
  if (px < path.left) path.left = px;
  if (px > path.right) path.right = px;
  if (py < path.bottom) path.bottom = py;
  if (py > path.top) path.top = py;
}

/**
 * Returns the frame for the beginning of a content stream; `row` is the key of its page’s or form’s tags, `depth` the
 * number of streams around it.
 */
export function newFrame(
  beginning: Pick<ContentFrame, 'page' | 'resources' | 'row' | 'depth' | 'state' | 'marks'>,
): ContentFrame {
  return {
    ...beginning,
    base: beginning.state.matrix,
    saved: [],
    path: emptyPath(),
    clips: false,
    text: identity,
    line: identity,
    leading: 0,
  };
}
