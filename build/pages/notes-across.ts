import { heightOf } from './column.ts';
import { costs } from './costs.ts';
import { fillColumns } from './fill-columns.ts';
import { noteCuts } from './note-cuts.ts';
import { mayHold } from './place-floats.ts';
import { areaOf, noteEnd, type Problem, toGrid } from './problem.ts';
import type { Draft } from './state.ts';
import { tellPage } from './tell-page.ts';

/** Tells of pages with columns above, and the notes of all of them below, across the page. `each` is the room of each column before notes, in px. */
export function pagesWithNotesAcross(problem: Problem, draft: Draft, each: readonly number[]): boolean {
  const { flow } = problem;
  const rooms: Rooms = { each, sum: each.reduce((sum, room) => sum + room, 0), lowest: Math.min(...each) };
  const { state, float } = draft;
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  let any = false;
  // A page without text holds only what is left of notes, or floats, or the opening.
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  if (opens || state.note < noteEnd(problem, state.row, float) || float > state.float)
    any = pagesUpTo(problem, draft, rooms, state.row).any;
  for (let to = Math.max(state.row + 1, leastFull(problem, draft, rooms, most)); to <= most; to++) {
    const found = pagesUpTo(problem, draft, rooms, to);
    any ||= found.any;
    if (!found.fits) break;
  }
  return any;
}

/** Room of each column of a page, of all of them, and of the lowest; px. */
interface Rooms {
  each: readonly number[];
  sum: number;
  lowest: number;
}

/** The first row that a page may end before and be full enough, even with all the notes that are called on it. */
function leastFull(problem: Problem, { state, float, attempt }: Draft, rooms: Rooms, most: number): number {
  const { grid } = problem.frame;
  const slack = attempt.slack * grid * rooms.each.length;
  let low = state.row;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    const area = areaOf(problem, state.note, noteEnd(problem, middle, float)).height;
    if (heightOf(problem.all, state.row, middle) < capacity(rooms, area, grid) - slack) low = middle + 1;
    else high = middle;
  }
  return low;
}

function capacity({ each }: Rooms, notes: number, grid: number): number {
  let sum = 0;
  for (const room of each) sum += Math.max(0, toGrid(room - notes, grid));
  return sum;
}

/** Tells of the pages that end before a row: whether there is any, and whether one that ends later can still fit. */
function pagesUpTo(problem: Problem, draft: Draft, rooms: Rooms, to: number): { any: boolean; fits: boolean } {
  const { flow, frame, breaks, all } = problem;
  const { state, attempt, taker, float, way } = draft;
  problem.work.steps++;
  const height = heightOf(all, state.row, to);
  // The white at the heads of columns goes: at most so many lines of it.
  const dropped = frame.grid * 3 * (rooms.each.length - 1);
  const result = { any: false, fits: false };
  if (height > capacity(rooms, 0, frame.grid) + dropped) return result;
  result.fits = true;
  if (!mayHold(problem, draft, to)) return result;
  const turn = to > state.row ? breaks[to] : undefined;
  if (turn?.broken && attempt.lawful) return result;
  result.fits = false;
  const open =
    (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === problem.nextPage[state.row]);
  const most = (rooms.sum + dropped - height) / rooms.each.length;
  const least = open ? 0 : most - (attempt.slack + 4) * frame.grid;
  for (const cut of noteCuts(problem, state.note, to, float, attempt.lawful, least, Math.min(most, rooms.lowest))) {
    // Each page takes something, but for that of an opening.
    if (to === state.row && cut.to === state.note && float === state.float && state.before) continue;
    const area = areaOf(problem, state.note, cut.to);
    const room = capacity(rooms, area.height, frame.grid);
    if (height > room + dropped) continue;
    result.fits = true;
    if (rooms.lowest < area.height - 0.1) continue;
    const cost = cut.cost + area.parted * costs.noteParted + (turn?.page ?? 0);
    const limit = taker.limit(to, cut.to, float) - state.cost - cost - way.cost - costs.page;
    // What is known to be too dear is not tried; but there is a page.
    if ((open ? 0 : shortness(problem, state.row, to, room, rooms.each.length)) >= limit) {
      result.any = true;
      continue;
    }
    const caps = rooms.each.map((one) => toGrid(one - area.height, frame.grid));
    const filled = fillColumns(problem, state.row, to, caps, attempt, open, limit);
    if (!filled) continue;
    result.any = true;
    const columns = filled.ends.map((end, i) => ({
      from: i === 0 ? state.row : (filled.ends[i - 1] as number),
      to: end,
      room: caps[i] as number,
    }));
    tellPage(problem, draft, {
      to,
      note: cut.to,
      cost: cost + filled.cost,
      columns,
      notes: [{ from: state.note, to: cut.to, columns: area.columns }],
      conceded: [
        ...columns.slice(0, -1).flatMap((column) => {
          const rule = column.to > column.from && column.to < to ? breaks[column.to]?.broken : undefined;
          return rule ? [{ rule, row: column.to }] : [];
        }),
        ...cut.conceded,
        ...(turn?.broken ? [{ rule: turn.broken, row: to }] : []),
      ],
    });
  }
  return result;
}

/** What columns cost at least that have so much more room than their rows need. Where rows leave the grid, they may be pushed down, and need more. */
function shortness({ all, frame }: Problem, from: number, to: number, room: number, columns: number): number {
  if (to > (all.pushAt[from] ?? to)) return 0;
  const short = (room - heightOf(all, from, to)) / frame.grid / columns;
  return short > 0 ? columns * short * short * costs.short : 0;
}
