import { type BreakCost, breakCosts } from './break-costs.ts';
import { columnHeight, type RowHeights, rowHeights } from './column.ts';
import { arrangeFloats, type FloatArrangement } from './floats.ts';
import type { Flow, Frame, NoteRow } from './flow.ts';
import { type RoomOfRest, roomOfRest } from './least-cost.ts';
import { headOf, type NoteArea, noteArea, wholeNoteArea } from './notes/note-area.ts';

/** A flow with everything that is computed once rather than for every page that is tried. */
export interface Problem {
  flow: Flow;
  frame: Frame;
  heights: RowHeights;
  breaks: BreakCost[];
  /** For each row: the number of notes called before it, the opening’s included. */
  called: Int32Array;
  /** The first row of each note; then the number of rows. */
  noteStart: Int32Array;
  /** For each row: the next one that must begin a page, and a column. */
  nextPage: Int32Array;
  nextColumn: Int32Array;
  /** For each float: the first one from it on in which notes are called; the number of floats if there is none. */
  nextWithCalls: Int32Array;
  /** The room that what is left takes from each row, note row and float on. */
  rest: RoomOfRest;
  /** Caches: note areas by first row and number of rows, and arrangements of floats by first float and number. */
  noteAreas: NoteArea[][];
  arrangements: FloatArrangement[][][];
  /** The steps taken so far, and the number from which on the search is greedy. */
  work: { steps: number; max: number };
}

/** True if the budget of steps is used up, so that only the nearest way is followed from now on. */
export function isGreedy({ work }: Problem): boolean {
  return work.steps > work.max;
}

/**
 * At most this number of steps is taken for each row of text and notes: some fifty times what real issues take. It is a
 * number of steps rather than a time, so that the same text always has the same pages.
 */
const maxStepsPerRow = 20_000;

/**
 * A flow and its frame, with everything that the search needs. `like` is a problem with the same notes and floats: what
 * is known of them is taken from it.
 */
export function problemOf(flow: Flow, frame: Frame, like?: Problem): Problem {
  const { rows, notes, floats } = flow;
  const breaks = breakCosts(rows);
  const called = new Int32Array(rows.length + 1);
  let count = flow.openingCalls;
  rows.forEach(({ calls }, i) => {
    called[i] = count;
    count += calls;
  });
  called[rows.length] = count;
  const nextPage = new Int32Array(rows.length + 1).fill(rows.length);
  const nextColumn = nextPage.slice();
  for (let i = rows.length - 1; i >= 0; i--) {
    const forced = breaks[i + 1]?.forced;
    nextPage[i] = forced === 'page' ? i + 1 : (nextPage[i + 1] as number);
    nextColumn[i] = forced ? i + 1 : (nextColumn[i + 1] as number);
  }
  const nextWithCalls = new Int32Array(floats.length + 1).fill(floats.length);
  for (let i = floats.length - 1; i >= 0; i--)
    nextWithCalls[i] = floats[i]?.calls ? i : (nextWithCalls[i + 1] as number);
  const heights = rowHeights(rows, frame.grid, flow.moved);
  const work = { steps: 0, max: maxStepsPerRow * (rows.length + notes.length + 20) };
  return {
    flow,
    frame,
    heights,
    breaks,
    called,
    noteStart: like?.noteStart ?? firstRows(notes, count),
    nextPage,
    nextColumn,
    nextWithCalls,
    rest: roomOfRest(flow, frame, like?.rest),
    noteAreas: like?.noteAreas ?? [],
    arrangements: like?.arrangements ?? [],
    work,
  };
}

/** The first row of each note, and for notes that are called and missing the number of rows. */
function firstRows(notes: readonly NoteRow[], called: number): Int32Array {
  const last = notes.reduce((most, { note }) => Math.max(most, note), called);
  const first = new Int32Array(last + 1).fill(notes.length);
  let next = 0;
  notes.forEach(({ note }, i) => {
    while (next <= note) first[next++] = i;
  });
  return first;
}

/**
 * The note row up to which notes must have begun on a page that ends before a row. The notes of the floats from `float`
 * on, which wait for a later page, wait with them.
 */
export function noteEnd(problem: Problem, row: number, float: number): number {
  const { flow, called, noteStart, nextWithCalls } = problem;
  const waits = flow.floats[nextWithCalls[float] as number];
  const due =
    waits && waits.anchor < row && canFloatsWait(problem, row, float) ? waits.firstNote : (called[row] as number);
  return noteStart[due] ?? flow.notes.length;
}

/**
 * True if the floats from `float` on may wait for a page after one that ends before a row: no note after theirs is
 * called by then.
 */
export function canFloatsWait({ flow, called, nextWithCalls }: Problem, row: number, float: number): boolean {
  const first = nextWithCalls[float] as number;
  let notes = flow.floats[first]?.firstNote ?? 0;
  for (let i = first; i < flow.floats.length; i++) {
    const one = flow.floats[i];
    if (!one || one.anchor >= row) break;
    notes += one.calls;
  }
  return (called[row] as number) <= notes;
}

/** The area of the note rows from `from` up to `to`, computed once. */
export function noteAreaOf({ noteAreas, flow, frame }: Problem, from: number, to: number): NoteArea {
  noteAreas[from] ??= [];
  const known = noteAreas[from] as NoteArea[];
  known[to - from] ??= noteArea(flow.notes, from, to, frame);
  return known[to - from] as NoteArea;
}

/** The height below which no area of some rows across the page can be; it grows with their number. px. */
export function leastAreaHeight({ rest, flow, frame }: Problem, from: number, to: number): number {
  const share = (rest.notes[from] as number) - (rest.notes[to] as number);
  return from >= to ? 0 : headOf(flow.notes, from, frame) + share * (frame.height + 1);
}

/** The area of these rows in which no note is divided between the columns, computed once. */
export function wholeNoteAreaOf(problem: Problem, from: number, to: number): NoteArea {
  const area = noteAreaOf(problem, from, to);
  if (area.parted > 0) area.whole ??= wholeNoteArea(problem.flow.notes, from, to, problem.frame);
  return area.whole ?? area;
}

/** The arrangements of the floats from `from` up to `to` on one page, computed once. */
export function arrangementsOf({ arrangements, flow, frame }: Problem, from: number, to: number): FloatArrangement[] {
  arrangements[from] ??= [];
  const known = arrangements[from] as FloatArrangement[][];
  known[to - from] ??= arrangeFloats(flow.floats, from, to, frame);
  return known[to - from] as FloatArrangement[];
}

/** The row up to which a column takes rows, by height alone. */
export function lastRowThatFits({ heights, flow }: Problem, from: number, height: number): number {
  let low = from;
  let high = flow.rows.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (columnHeight(heights, from, middle) <= height + 0.1) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The height of the whole grid lines in a room, in px; a little less than a line counts as one. */
export function floorToGrid(room: number, grid: number): number {
  return Math.floor((room + 0.6) / grid) * grid;
}
