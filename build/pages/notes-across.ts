import type { PageTrial } from './candidates.ts';
import { columnHeight } from './column.ts';
import { areasOf, capacity, offerFilled, type PageWithNotes, type Rooms } from './fill-page.ts';
import { noteCuts } from './notes/note-cuts.ts';
import { canHoldFloats } from './place-floats.ts';
import { noteAreaOf, noteEnd, type Problem } from './problem.ts';

/**
 * Offers pages whose notes stand together at the foot, across all columns. `each` is the room of each column before
 * notes, in px. Returns true if there is any.
 */
export function pagesWithNotesAcross(problem: Problem, trial: PageTrial, each: readonly number[]): boolean {
  const { flow } = problem;
  const rooms: Rooms = { each, sum: each.reduce((sum, room) => sum + room, 0), lowest: Math.min(...each) };
  const { state, float } = trial;
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  let any = false;
  // A page without text holds only the rest of notes, or floats, or the opening.
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  if (opens || state.note < noteEnd(problem, state.row, float) || float > state.float)
    any = pagesUpTo(problem, trial, rooms, state.row).any;
  for (let to = Math.max(state.row + 1, leastFull(problem, trial, rooms, most)); to <= most; to++) {
    const found = pagesUpTo(problem, trial, rooms, to);
    any ||= found.any;
    if (!found.fits) break;
  }
  return any;
}

/** The first row before which a page can end and be full enough, even with all the notes that are called on it. */
function leastFull(problem: Problem, { state, float, attempt }: PageTrial, rooms: Rooms, most: number): number {
  const { grid } = problem.frame;
  const slack = attempt.slack * grid * rooms.each.length;
  let low = state.row;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    const area = noteAreaOf(problem, state.note, noteEnd(problem, middle, float)).height;
    if (columnHeight(problem.heights, state.row, middle) < capacity(rooms, area, grid) - slack) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Offers the pages that end before a row. `any` is true if there is one; `fits` if one that ends later may still fit.
 */
function pagesUpTo(problem: Problem, trial: PageTrial, rooms: Rooms, to: number): { any: boolean; fits: boolean } {
  const { flow, frame, breaks, heights } = problem;
  const { state, attempt, float } = trial;
  problem.work.steps++;
  const height = columnHeight(heights, state.row, to);
  // The white at the heads of columns is dropped: at most three lines a column.
  const dropped = frame.grid * 3 * (rooms.each.length - 1);
  const result = { any: false, fits: false };
  if (height > capacity(rooms, 0, frame.grid) + dropped) return result;
  result.fits = true;
  if (!canHoldFloats(problem, trial, to)) return result;
  const breakHere = to > state.row ? breaks[to] : undefined;
  if (breakHere?.broken && attempt.lawful) return result;
  result.fits = false;
  const open =
    (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === problem.nextPage[state.row]);
  const most = (rooms.sum + dropped - height) / rooms.each.length;
  const least = open ? 0 : most - (attempt.slack + 4) * frame.grid;
  const { lawful } = attempt;
  const noteHeights = { min: least, max: Math.min(most, rooms.lowest) };
  for (const cut of noteCuts(problem, { from: state.note, row: to, float, lawful }, noteHeights)) {
    // Each page takes something, except that of an opening.
    if (to === state.row && cut.to === state.note && float === state.float && state.before) continue;
    for (const area of areasOf(problem, rooms, state.note, cut.to)) {
      const room = capacity(rooms, area.height, frame.grid);
      if (height > room + dropped) continue;
      result.fits = true;
      if (rooms.lowest < area.height - 0.1) continue;
      const page: PageWithNotes = { to, open, cut, area, height, breakHere };
      if (offerFilled(problem, trial, rooms, page)) result.any = true;
    }
  }
  return result;
}
