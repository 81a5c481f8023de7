import type { Page } from '../pages.ts';
import type { Mark } from './marks.ts';
import { identity, type Matrix } from './matrix.ts';
import type { Resources } from './resources.ts';
import { type State, within } from './state.ts';

/** A content stream while it is read: that of a page, a form or a pattern. */
export interface Run {
  page: Page;
  resources: Resources;
  /** Its row in the parent tree. */
  row: number | undefined;
  depth: number;
  /** The matrix at its beginning, on which patterns are laid (ISO 32000-1, 8.7.3.1). */
  base: Matrix;
  state: State;
  saved: State[];
  /** Replaced, never changed: what was painted keeps its own. */
  marks: readonly Mark[];
  /** What the path covers so far, on the page; empty where `left` is beyond `right`. `rectangles` and `others` count what it is built of. */
  path: { left: number; bottom: number; right: number; top: number; rectangles: number; others: number };
  /** Whether the path becomes a clip when it is painted. */
  clips: boolean;
  /** Where the next text goes, and where its line began (ISO 32000-1, 9.4.1). */
  text: Matrix;
  line: Matrix;
  leading: number;
}

export const emptyPath = (): Run['path'] => ({
  left: Infinity,
  bottom: Infinity,
  right: -Infinity,
  top: -Infinity,
  rectangles: 0,
  others: 0,
});

/** Ends the path, which may have been a clip: of that, what is around it is kept. */
export function endPath(run: Run): void {
  if (run.clips) {
    const { left, bottom, right, top } = run.path;
    run.state = { ...run.state, clip: within(run.state.clip, [left, bottom, right, top]) };
    run.clips = false;
  }
  run.path = emptyPath();
}

/** Takes a point into the path. Written out, for drawings have points by the thousand. What is no number changes nothing. */
export function extend({ path, state }: Run, x: number, y: number): void {
  const [a, b, c, d, e, f] = state.matrix;
  const px = a * x + c * y + e;
  const py = b * x + d * y + f;
  if (px < path.left) path.left = px;
  if (px > path.right) path.right = px;
  if (py < path.bottom) path.bottom = py;
  if (py > path.top) path.top = py;
}

/** A content stream at its beginning; `row` is that of its page’s or form’s tags, `depth` in how many others it stands. */
export function newRun(
  page: Page,
  resources: Resources,
  row: number | undefined,
  state: State,
  marks: readonly Mark[],
  depth: number,
): Run {
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
