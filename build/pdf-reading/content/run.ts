import type { Page } from '../pages.ts';
import type { OpenMark } from './marks.ts';
import { identity, type Matrix } from './matrix.ts';
import type { Resources } from './resources.ts';
import { type GraphicsState, intersection } from './state.ts';

/** A content stream while it is read: that of a page, a form or a pattern. */
export interface ContentRun {
  page: Page;
  resources: Resources;
  /** The row of its tags in the parent tree. */
  row: number | undefined;
  depth: number;
  /** The matrix at its beginning, on which patterns are laid (ISO 32000-1, 8.7.3.1). */
  base: Matrix;
  state: GraphicsState;
  saved: GraphicsState[];
  /** Replaced, never changed: painted things keep theirs. */
  marks: readonly OpenMark[];
  /**
   * The box of the path so far, on the page; empty if `left` is beyond `right`. `rectangles` and `others` count its
   * parts.
   */
  path: { left: number; bottom: number; right: number; top: number; rectangles: number; others: number };
  /** True if the path becomes a clip when it is painted. */
  clips: boolean;
  /** The matrices of the next text and of the beginning of its line (ISO 32000-1, 9.4.1). */
  text: Matrix;
  line: Matrix;
  leading: number;
}

export const emptyPath = (): ContentRun['path'] => ({
  left: Infinity,
  bottom: Infinity,
  right: -Infinity,
  top: -Infinity,
  rectangles: 0,
  others: 0,
});

/** Ends the path. If it is a clip, the box around it is kept. */
export function endPath(run: ContentRun): void {
  if (run.clips) {
    const { left, bottom, right, top } = run.path;
    run.state = { ...run.state, clip: intersection(run.state.clip, [left, bottom, right, top]) };
    run.clips = false;
  }
  run.path = emptyPath();
}

/** Adds a point to the path. Written out, since drawings have thousands of points. Invalid numbers change nothing. */
export function extend({ path, state }: ContentRun, x: number, y: number): void {
  const [a, b, c, d, e, f] = state.matrix;
  const px = a * x + c * y + e;
  const py = b * x + d * y + f;
  if (px < path.left) path.left = px;
  if (px > path.right) path.right = px;
  if (py < path.bottom) path.bottom = py;
  if (py > path.top) path.top = py;
}

/** Begins a content stream; `row` is that of its page’s or form’s tags, `depth` the number of streams around it. */
export function newRun(
  page: Page,
  resources: Resources,
  row: number | undefined,
  state: GraphicsState,
  marks: readonly OpenMark[],
  depth: number,
): ContentRun {
  return {
    page,
    resources,
    row,
    depth,
    base: state.matrix,
    state,
    saved: [],
    marks,
    path: emptyPath(),
    clips: false,
    text: identity,
    line: identity,
    leading: 0,
  };
}
