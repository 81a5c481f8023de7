import type { PageTrial } from './candidates.ts';
import { columnHeight } from './column.ts';
import { costs } from './costs.ts';
import { areasOf, capacity, offerFilled, type PageWithNotes, type Rooms } from './fill-page.ts';
import { noteCuts } from './notes/note-cuts.ts';
import { canHoldFloats, costOfWaiting } from './place-floats.ts';
import { leastAreaHeight, noteAreaOf, noteEnd, type Problem } from './problem.ts';

/**
 * Offers pages whose notes stand together at the foot, across all columns. `each` is the room of each column before
 * notes, in px.
 */
export function pagesWithNotesAcross(problem: Problem, trial: PageTrial, each: readonly number[]): void {
  const { flow } = problem;
  const rooms: Rooms = { each, sum: each.reduce((sum, room) => sum + room, 0), lowest: Math.min(...each) };
  const { state, float } = trial;
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  // A page without text holds only the rest of notes, or floats, or the opening.
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  if (opens || state.note < noteEnd(problem, state.row, float) || float > state.float)
    pagesUpTo(problem, trial, rooms, state.row);
  const anchored = Math.min(lastAnchor(problem, trial) + 1, flow.rows.length);
  const first = Math.max(state.row + 1, anchored, leastFull(problem, trial, rooms, most));
  for (let to = first; to <= most; to++) if (!pagesUpTo(problem, trial, rooms, to)) break;
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

/** The last row after which a float of the page comes. */
function lastAnchor({ flow }: Problem, { state, float }: PageTrial): number {
  let last = -1;
  for (let i = state.float; i < float; i++) last = Math.max(last, flow.floats[i]?.anchor ?? -1);
  return last;
}

/** True if a note may run on to the next page at no more cost than the search allows. */
function maySplit({ state, attempt, arrangement, sink }: PageTrial): boolean {
  if (!attempt.found) return true;
  return state.cost + arrangement.cost + costs.noteSplit < sink.mostCost(state.row, state.note, state.float);
}

/**
 * The cost that the columns and the notes of a page may have together, if it ends before a row and a note row, for the
 * search to follow it.
 */
function costLeft(problem: Problem, trial: PageTrial, to: number, note: number): number {
  const { state, arrangement, float, sink } = trial;
  const turn = to > state.row ? (problem.breaks[to]?.page ?? 0) : 0;
  const cost = state.cost + arrangement.cost + costs.page + turn + costOfWaiting(problem, trial, to);
  return sink.mostCost(to, Math.max(note, state.note), float) - cost;
}

/** Offers the pages that end before a row. Returns true if one that ends later may still fit. */
function pagesUpTo(problem: Problem, trial: PageTrial, rooms: Rooms, to: number): boolean {
  const { flow, frame, breaks, heights } = problem;
  const { state, attempt, float } = trial;
  problem.work.steps++;
  const breakHere = to > state.row ? breaks[to] : undefined;
  if (breakHere?.broken && attempt.lawful) return true;
  const height = columnHeight(heights, state.row, to);
  // The white at the heads of columns is dropped: at most three lines a column.
  const dropped = frame.grid * 3 * (rooms.each.length - 1);
  const end = noteEnd(problem, to, float);
  const notes = maySplit(trial) ? 0 : leastAreaHeight(problem, state.note, end);
  if (height > capacity(rooms, notes, frame.grid) + dropped) return false;
  if (!canHoldFloats(problem, trial, to)) return true;
  const open =
    (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === problem.nextPage[state.row]);
  const most = (rooms.sum + dropped - height) / rooms.each.length;
  const least = open ? 0 : most - (attempt.slack + 4) * frame.grid;
  const mostCost = attempt.found ? costLeft(problem, trial, to, end) : Number.POSITIVE_INFINITY;
  if (mostCost <= 0) return true;
  // Notes that cost too much if they run on here may cost less further on.
  let fits = costs.noteSplit >= mostCost;
  const wanted = { from: state.note, row: to, float, lawful: attempt.lawful, mostCost };
  for (const cut of noteCuts(problem, wanted, { min: least, max: Math.min(most, rooms.lowest) })) {
    // Each page takes something, except that of an opening.
    if (to === state.row && cut.to === state.note && float === state.float && state.before) continue;
    for (const area of areasOf(problem, rooms, state.note, cut.to)) {
      const room = capacity(rooms, area.height, frame.grid);
      if (height > room + dropped) continue;
      fits = true;
      if (rooms.lowest < area.height - 0.1) continue;
      const page: PageWithNotes = { to, open, cut, area, height, breakHere };
      offerFilled(problem, trial, rooms, page);
    }
  }
  return fits;
}
