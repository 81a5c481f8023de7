import type { BreakCost } from './break-costs.ts';
import { offerPage, type PageTrial } from './candidates.ts';
import { columnHeight, mostLinesGiven } from './column.ts';
import { costs } from './costs.ts';
import { fillColumns } from './fill-columns.ts';
import type { NoteArea } from './notes/note-area.ts';
import type { NoteCut } from './notes/note-cuts.ts';
import { hiddenWhite, mostUnderOpening } from './notes/spread-notes.ts';
import { floorToGrid, noteAreaOf, type Problem, wholeNoteAreaOf } from './problem.ts';

/** The room of each column of a page, of all together, and of the lowest; px. */
export interface Rooms {
  each: readonly number[];
  sum: number;
  lowest: number;
}

/** A page that ends before a row, with its notes up to a cut. */
export interface PageWithNotes {
  to: number;
  /** True if the page may end anywhere. */
  open: boolean;
  cut: NoteCut;
  area: NoteArea;
  /** The height of its text in one column, px. */
  height: number;
  breakHere: BreakCost | undefined;
}

/** The height of the text that columns hold above notes of a height, all together: whole lines. px. */
export function capacity({ each }: Rooms, notes: number, grid: number): number {
  let sum = 0;
  for (const room of each) sum += Math.max(0, floorToGrid(room - notes, grid));
  return sum;
}

/**
 * The areas for notes that are worth trying: the cheaper one, and a lower one if it leaves more lines. A note that runs
 * on to the next page leaves no column empty.
 */
export function areasOf(problem: Problem, rooms: Rooms, from: number, to: number): NoteArea[] {
  const lowest = noteAreaOf(problem, from, to);
  const { grid } = problem.frame;
  const runsOn = (problem.flow.notes[to]?.line ?? 0) > 0;
  if (lowest.parted === 0 || runsOn) return [lowest];
  const whole = wholeNoteAreaOf(problem, from, to);
  if (whole.height > rooms.lowest || whole.cost >= lowest.cost) return [lowest];
  return capacity(rooms, whole.height, grid) === capacity(rooms, lowest.height, grid) ? [whole] : [whole, lowest];
}

/** The number of lines, beyond what the page leaves over, that the white of its opening or of its notes can take. */
function linesHidden(
  { flow, frame }: Problem,
  { state }: PageTrial,
  { lowest }: Rooms,
  { to, open, cut, area }: PageWithNotes,
): number {
  if (open || frame.grid === 0) return 0;
  if (!state.before && flow.opening > 0) return mostUnderOpening;
  if (area.height === 0) return 0;
  const rest = lowest - area.height - floorToGrid(lowest - area.height, frame.grid);
  const { columns } = area;
  const from = columns[0]?.from ?? to;
  return rest + frame.grid <= hiddenWhite(flow.notes, { from, to: cut.to, columns }, frame) ? 1 : 0;
}

/**
 * Fills the columns of a page and offers it; also with a line or two less in each, if that is better and the whites of
 * the page take them.
 */
export function offerFilled(problem: Problem, trial: PageTrial, rooms: Rooms, page: PageWithNotes): void {
  const room = capacity(rooms, page.area.height, problem.frame.grid);
  let least = offerWithLess(problem, trial, rooms, page, room, 0);
  const hidden = least <= costs.hidden ? 0 : linesHidden(problem, trial, rooms, page);
  for (let less = 1; less <= hidden && least > less * less * costs.hidden; less++) {
    const rest = room - less * rooms.each.length * problem.frame.grid;
    least = Math.min(least, offerWithLess(problem, trial, rooms, page, rest, less));
  }
}

/**
 * Offers a page with `less` lines fewer in each column, which hold text of the height `room` all together, px. Returns
 * the cost of its columns and of what is hidden; infinite if there is no such page.
 */
function offerWithLess(
  problem: Problem,
  trial: PageTrial,
  rooms: Rooms,
  { to, open, cut, area, height, breakHere }: PageWithNotes,
  room: number,
  less: number,
): number {
  const { frame, breaks } = problem;
  const { state, attempt, sink, float, arrangement } = trial;
  const count = rooms.each.length;
  const taken = area.height + less * frame.grid;
  if (height > room + frame.grid * 3 * (count - 1)) return Number.POSITIVE_INFINITY;
  const cost = cut.cost + area.cost + (breakHere?.page ?? 0) + less * less * costs.hidden;
  const before = state.cost + cost + arrangement.cost + costs.page;
  let limit = sink.knownCost(to, cut.to, float) - before;
  // A page that is known to be too costly is not filled; but it counts as one.
  const least = open ? 0 : shortness(problem, state.row, to, room, count);
  if (least >= limit) {
    attempt.found = true;
    return least;
  }
  // Nor is one that leads nowhere, once there is another.
  if (attempt.found) {
    limit = Math.min(limit, sink.mostCost(to, cut.to, float) - before);
    if (least >= limit) return least;
  }
  const caps: number[] = [];
  for (const one of rooms.each) caps.push(Math.max(0, floorToGrid(one - taken, frame.grid)));
  const filled = fillColumns({ problem, from: state.row, to, caps, attempt, open }, limit);
  if (!filled) return Number.POSITIVE_INFINITY;
  attempt.found = true;
  const { columns } = filled;
  offerPage(problem, trial, {
    to,
    note: cut.to,
    cost: cost + filled.cost,
    columns,
    notes: [{ from: state.note, to: cut.to, columns: area.columns }],
    brokenRules: [
      ...columns.slice(0, -1).flatMap((column) => {
        const rule = column.to > column.from && column.to < to ? breaks[column.to]?.broken : undefined;
        return rule ? [{ rule, row: column.to }] : [];
      }),
      ...cut.brokenRules,
      ...(breakHere?.broken ? [{ rule: breakHere.broken, row: to }] : []),
    ],
  });
  return filled.cost + less * less * costs.hidden;
}

/**
 * The least cost of columns that have more room than their rows need. Rows that leave the grid may be pushed down and
 * need more, so for them it is 0.
 */
function shortness({ heights, frame }: Problem, from: number, to: number, room: number, columns: number): number {
  if (to > (heights.pushAt[from] ?? to)) return 0;
  const short = (room - columnHeight(heights, from, to)) / frame.grid;
  if (short <= 0) return 0;
  const given = mostLinesGiven(heights, from, to, short, columns);
  const each = (short - given) / columns;
  return columns * each * each * costs.short + given * costs.given;
}
