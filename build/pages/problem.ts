import { type BreakCost, breakCosts } from './break-costs.ts';
import { heightOf, type Rows, rowsOn } from './column.ts';
import { type Arrangement, arrangements } from './floats.ts';
import type { Flow, Frame } from './flow.ts';
import { type NoteArea, noteArea } from './note-area.ts';

/** A flow with all that is reckoned once, so that it need not be for every page that is tried. */
export interface Problem {
  flow: Flow;
  frame: Frame;
  all: Rows;
  breaks: BreakCost[];
  /** For each row: notes called before it, the opening’s included. */
  called: number[];
  /** First row of each note, and the number of rows. */
  noteStart: number[];
  /** For each row: the next one that must begin a page, and a column. */
  nextPage: number[];
  nextColumn: number[];
  /** For each float: the next one, or itself, in which notes are called; the number of floats where there is none. */
  nextNoted: number[];
  /** Known so far: note areas by first row and number of rows, and ways to place floats by first float and number. */
  areas: NoteArea[][];
  ways: Arrangement[][][];
  /** Steps taken so far, of those that there may be before not all is tried any more. */
  work: { steps: number; most: number };
}

/** Whether so much has been tried that only the nearest way is followed from now on. */
export function isHurried({ work }: Problem): boolean {
  return work.steps > work.most;
}

/**
 * So many steps may be taken for each row of text and of notes: some fifty times what real issues take. It is a number of steps and no time, so that the same text has the
 * same pages.
 */
const stepsForRow = 20_000;

export function problemOf(flow: Flow, frame: Frame): Problem {
  const { rows, notes, floats } = flow;
  const breaks = breakCosts(rows);
  const called = [flow.openingCalls];
  for (const { calls } of rows) called.push((called.at(-1) as number) + calls);
  const noteStart: number[] = [];
  notes.forEach(({ note }, i) => {
    while (noteStart.length <= note) noteStart.push(i);
  });
  while (noteStart.length <= (called.at(-1) as number)) noteStart.push(notes.length);
  const nextPage = new Array<number>(rows.length + 1).fill(rows.length);
  const nextColumn = [...nextPage];
  for (let i = rows.length - 1; i >= 0; i--) {
    const forced = breaks[i + 1]?.forced;
    nextPage[i] = forced === 'page' ? i + 1 : (nextPage[i + 1] as number);
    nextColumn[i] = forced ? i + 1 : (nextColumn[i + 1] as number);
  }
  const nextNoted = new Array<number>(floats.length + 1).fill(floats.length);
  for (let i = floats.length - 1; i >= 0; i--) nextNoted[i] = floats[i]?.calls ? i : (nextNoted[i + 1] as number);
  const all = rowsOn(rows, frame.grid);
  const work = { steps: 0, most: stepsForRow * (rows.length + notes.length + 20) };
  return { flow, frame, all, breaks, called, noteStart, nextPage, nextColumn, nextNoted, areas: [], ways: [], work };
}

/** The note row up to which notes are due on a page that ends before a row. Those of the floats from `float` on, which wait, wait with them. */
export function noteEnd(problem: Problem, row: number, float: number): number {
  const { flow, called, noteStart, nextNoted } = problem;
  const waits = flow.floats[nextNoted[float] as number];
  const due = waits && waits.anchor < row && mayWait(problem, row, float) ? waits.firstNote : (called[row] as number);
  return noteStart[due] ?? flow.notes.length;
}

/** Whether the floats from `float` on may wait for a page after one that ends before a row: no note is called by then that comes after theirs. */
export function mayWait({ flow, called, nextNoted }: Problem, row: number, float: number): boolean {
  const first = nextNoted[float] as number;
  let notes = flow.floats[first]?.firstNote ?? 0;
  for (let i = first; i < flow.floats.length; i++) {
    const one = flow.floats[i];
    if (!one || one.anchor >= row) break;
    notes += one.calls;
  }
  return (called[row] as number) <= notes;
}

export function areaOf({ areas, flow, frame }: Problem, from: number, to: number): NoteArea {
  areas[from] ??= [];
  const known = areas[from] as NoteArea[];
  known[to - from] ??= noteArea(flow.notes, from, to, frame);
  return known[to - from] as NoteArea;
}

export function waysOf({ ways, flow, frame }: Problem, from: number, to: number): Arrangement[] {
  ways[from] ??= [];
  const known = ways[from] as Arrangement[][];
  known[to - from] ??= arrangements(flow.floats, from, to, frame);
  return known[to - from] as Arrangement[];
}

/** The row up to which a column takes rows, by height alone. */
export function fitting({ all, flow }: Problem, from: number, height: number): number {
  let low = from;
  let high = flow.rows.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (heightOf(all, from, middle) <= height + 0.1) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function toGrid(room: number, grid: number): number {
  return Math.floor((room + 0.6) / grid) * grid;
}
