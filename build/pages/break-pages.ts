import { type BreakCost, breakCosts } from './break-costs.ts';
import { heightOf, type Rows, rowsOn } from './column.ts';
import { costs, few, hard } from './costs.ts';
import { type Arrangement, arrangements } from './floats.ts';
import type { Conceded, Flow, Frame, PagePlan } from './flow.ts';
import { mayPart, type NoteArea, noteArea } from './note-area.ts';

/**
 * Breaks a flow into pages so that the sum of all their costs is least: dynamic programming over every place where a page can begin, the notes that
 * run on to it and the floats that wait for it being part of what a place is. After M. F. Plass, “Optimal Pagination Techniques for Automatic
 * Typesetting Systems” (Stanford, 1981). Pure: numbers in, numbers out. It always ends, for each page takes at least a row, a note row or a float.
 */
export function breakPages(flow: Flow, frame: Frame): PagePlan[] {
  const problem = problemOf(flow, frame);
  const total = flow.rows.length;
  const start: State = { row: 0, note: 0, float: 0, cost: 0 };
  const waiting: Map<number, State>[] = Array.from({ length: total + 1 }, () => new Map());
  waiting[0]?.set(keyOf(start), start);
  let best: State | undefined;
  for (let row = 0; row <= total; row++) {
    const here = waiting[row] as Map<number, State>;
    let expanded = 0;
    let advanced = false;
    const least = Math.min(...[...here.values()].map(({ cost }) => cost));
    // A page of notes or floats alone leads to the same row again, further on in notes or floats.
    for (let state = cheapest(here); state; state = cheapest(here)) {
      here.delete(keyOf(state));
      if (row === total && state.note === flow.notes.length && state.float === flow.floats.length) {
        if (state.before && (!best || state.cost < best.cost)) best = state;
        if (state.before) continue;
      }
      if (best && state.cost >= best.cost) continue;
      // The dearest of many ways to one place are not worth following, once another has led on.
      if (advanced && (expanded >= mostWays || state.cost > least + muchDearer)) break;
      expanded++;
      expand(problem, state, (to) => {
        advanced ||= to.row > row;
        const known = waiting[to.row]?.get(keyOf(to));
        if (!known || to.cost < known.cost) waiting[to.row]?.set(keyOf(to), to);
      });
    }
  }
  const pages: PagePlan[] = [];
  for (let state = best; state?.page; state = state.before) pages.unshift(state.page);
  return pages;
}

/** Ways to one row that differ in the notes and floats still to come, and how much dearer than the best of them one may be. */
const mostWays = 8;
const muchDearer = 30;

/** A place where a page can begin, with the best way of coming there. */
interface State {
  row: number;
  /** First note row and first float that no page has yet. */
  note: number;
  float: number;
  cost: number;
  page?: PagePlan;
  before?: State;
}

function keyOf({ note, float }: State): number {
  return note * 4096 + float;
}

function cheapest(states: ReadonlyMap<number, State>): State | undefined {
  let best: State | undefined;
  for (const state of states.values()) if (!best || state.cost < best.cost) best = state;
  return best;
}

interface Problem {
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
  areas: Map<number, NoteArea>;
  ways: Map<number, Arrangement[]>;
  fits: Map<number, number>;
}

function problemOf(flow: Flow, frame: Frame): Problem {
  const { rows, notes } = flow;
  const breaks = breakCosts(rows);
  const called = [flow.openingCalls];
  rows.forEach(({ calls }, i) => {
    called.push((called[i] ?? 0) + calls);
  });
  const noteStart: number[] = [];
  notes.forEach(({ note }, i) => {
    while (noteStart.length <= note) noteStart.push(i);
  });
  const most = called.at(-1) ?? 0;
  while (noteStart.length <= most) noteStart.push(notes.length);
  const nextPage = new Array<number>(rows.length + 1).fill(rows.length);
  const nextColumn = [...nextPage];
  for (let i = rows.length - 1; i >= 0; i--) {
    const forced = breaks[i + 1]?.forced;
    nextPage[i] = forced === 'page' ? i + 1 : (nextPage[i + 1] ?? rows.length);
    nextColumn[i] = forced ? i + 1 : (nextColumn[i + 1] ?? rows.length);
  }
  return {
    flow,
    frame,
    all: rowsOn(rows, frame.grid),
    breaks,
    called,
    noteStart,
    nextPage,
    nextColumn,
    areas: new Map(),
    ways: new Map(),
    fits: new Map(),
  };
}

/** How far from full a column may be, in lines, and whether rules may be broken: what is tried first, and if nothing comes of it, next. */
const tries = [
  { slack: 3, lawful: true },
  { slack: Number.POSITIVE_INFINITY, lawful: true },
  { slack: Number.POSITIVE_INFINITY, lawful: false },
] as const;
type Try = (typeof tries)[number];

/** Tells of every page worth trying that begins at a place. */
function expand(problem: Problem, state: State, found: (to: State) => void): void {
  // A window on pages that were broken before needs no way at any cost: where there is no good one, it stays as it was.
  const attempts = problem.flow.continues ? tries.slice(0, 1) : tries;
  for (const attempt of attempts) {
    let any = false;
    const tell = (to: State) => {
      any = true;
      found(to);
    };
    const reach = reachOf(problem, state.row);
    for (let float = state.float; float <= problem.flow.floats.length; float++) {
      if (float > state.float && (problem.flow.floats[float - 1]?.anchor ?? 0) >= reach) break;
      const ways = waysOf(problem, state.float, float);
      if (ways.length === 0) break;
      for (const way of ways) pagesWith(problem, state, float, way, attempt, tell);
    }
    if (any) return;
  }
  if (!problem.flow.continues) found(forcedPage(problem, state));
}

/** The row that no page comes to that begins with a row. */
function reachOf({ flow, all, frame }: Problem, row: number): number {
  let low = row;
  let high = flow.rows.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // Twice, for columns drop the white at their heads.
    if (heightOf(all, row, middle) <= frame.height * frame.columns * 2) low = middle;
    else high = middle - 1;
  }
  return low;
}

function waysOf(problem: Problem, from: number, to: number): Arrangement[] {
  const key = from * 64 + (to - from);
  const known = problem.ways.get(key);
  if (known) return known;
  const ways = arrangements(problem.flow.floats, from, to, problem.frame);
  problem.ways.set(key, ways);
  return ways;
}

/** What stands on a page, as far as it is chosen. */
interface Draft {
  state: State;
  float: number;
  way: Arrangement;
  attempt: Try;
  tell: (to: State) => void;
}

function pagesWith(
  problem: Problem,
  state: State,
  float: number,
  way: Arrangement,
  attempt: Try,
  tell: (to: State) => void,
): void {
  const draft: Draft = { state, float, way, attempt, tell };
  if (problem.frame.notesAt === 'page') pagesWithNotesAcross(problem, draft);
  else pagesWithNotesInColumns(problem, draft);
}

/** The room of each column before notes; px. */
function roomsOf({ flow, frame }: Problem, { state, way }: Draft): number[] {
  const opening = state.before ? 0 : flow.opening;
  return way.columns.map((taken) => frame.height - opening - way.page - taken);
}

function pagesWithNotesAcross(problem: Problem, draft: Draft): void {
  const { flow } = problem;
  const { state } = draft;
  const rooms = roomsOf(problem, draft);
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  // A page without text holds only what is left of notes, or floats, or the opening.
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  if (opens || state.note < noteEnd(problem, state.row) || draft.float > state.float)
    pagesUpTo(problem, draft, rooms, state.row);
  for (let to = Math.max(state.row + 1, leastFull(problem, draft, rooms, most)); to <= most; to++) {
    if (!pagesUpTo(problem, draft, rooms, to)) return;
  }
}

/** The first row that a page may end before and be full enough, even with all the notes that are called on it. */
function leastFull(problem: Problem, { state, attempt }: Draft, rooms: readonly number[], most: number): number {
  const { grid } = problem.frame;
  const slack = attempt.slack * grid * rooms.length;
  let low = state.row;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    const area = areaOf(problem, state.note, noteEnd(problem, middle)).height;
    if (heightOf(problem.all, state.row, middle) < capacity(rooms, area, grid) - slack) low = middle + 1;
    else high = middle;
  }
  return low;
}

function capacity(rooms: readonly number[], notes: number, grid: number): number {
  let sum = 0;
  for (const room of rooms) sum += Math.max(0, toGrid(room - notes, grid));
  return sum;
}

/** Tells of the pages that end before a row; whether one that ends later can still fit. */
function pagesUpTo(problem: Problem, draft: Draft, rooms: readonly number[], to: number): boolean {
  const { flow, frame } = problem;
  const { state, attempt } = draft;
  const height = heightOf(problem.all, state.row, to);
  // The white at the heads of columns goes: at most so many lines of it.
  const dropped = frame.grid * 3 * (rooms.length - 1);
  if (height > capacity(rooms, 0, frame.grid) + dropped) return false;
  if (!mayHold(problem, draft, to)) return true;
  const broken = problem.breaks[to]?.broken;
  if (broken && attempt.lawful && to > state.row) return true;
  const open =
    (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === problem.nextPage[state.row]);
  let fits = false;
  const most = (rooms.reduce((sum, room) => sum + room, 0) + dropped - height) / rooms.length;
  const fewest = most - (attempt.slack + 4) * frame.grid;
  for (const cut of noteCuts(problem, state.note, to, attempt.lawful, open ? 0 : fewest, Math.min(most, ...rooms))) {
    const area = areaOf(problem, state.note, cut.to);
    if (height > capacity(rooms, area.height, frame.grid) + dropped) continue;
    fits = true;
    if (area.badlyParted > 0 && attempt.lawful && !onlyWay(problem, state.note, cut.to)) continue;
    if (Math.min(...rooms) < area.height - 0.1) continue;
    const caps = rooms.map((room) => toGrid(room - area.height, frame.grid));
    const columns = fillColumns(problem, state.row, to, caps, attempt, open);
    if (!columns) continue;
    const cost = columns.cost + cut.cost + area.parted * costs.noteParted + area.badlyParted * hard.noteParted;
    tellOf(problem, draft, {
      to,
      note: cut.to,
      cost: cost + (to > state.row ? (problem.breaks[to]?.page ?? 0) : 0),
      columns: columns.columns,
      notes: [{ from: state.note, to: cut.to, columns: area.columns }],
      conceded: [
        ...columns.conceded,
        ...cut.conceded,
        ...(broken && to > state.row ? [{ rule: broken, row: to }] : []),
      ],
    });
  }
  return fits;
}

/** A note area that has to part a note badly, for it holds hardly more than that. */
function onlyWay({ flow }: Problem, from: number, to: number): boolean {
  return to - from < 4 || flow.notes[from]?.note === flow.notes[to - 1]?.note;
}

function toGrid(room: number, grid: number): number {
  return Math.floor((room + 0.6) / grid) * grid;
}

/** Whether the floats chosen may stand on a page that ends before a row: none before its place in the text, and none left that must stay. */
function mayHold({ flow }: Problem, { state, float, attempt }: Draft, to: number): boolean {
  for (let i = state.float; i < float; i++)
    if ((flow.floats[i]?.anchor ?? 0) >= Math.max(to, 0) && to < flow.rows.length) return false;
  if (!attempt.lawful) return true;
  for (let i = float; i < flow.floats.length; i++) {
    const other = flow.floats[i];
    if (!other || other.anchor >= to) break;
    if (other.stays && Math.max(0, other.anchor) >= state.row) return false;
  }
  return true;
}

function noteEnd({ called, noteStart, flow }: Problem, row: number): number {
  return noteStart[called[row] ?? 0] ?? flow.notes.length;
}

interface NoteCut {
  to: number;
  cost: number;
  conceded: Conceded[];
}

/** So many cuts of the notes are tried, from the one that has the most of them on. */
const mostCuts = 12;

/**
 * Up to which note row a page may hold the notes that are called before a row: all of them, or so that the last runs on. `least` and `most` are the
 * heights that they may have, in px.
 */
function noteCuts(
  problem: Problem,
  from: number,
  row: number,
  lawful: boolean,
  least: number,
  most: number,
): NoteCut[] {
  const { flow, called, noteStart } = problem;
  const all = noteEnd(problem, row);
  if (all <= from) return [{ to: from, cost: 0, conceded: [] }];
  const fits = lastThatFits(problem, from, all, most);
  const cuts: NoteCut[] = fits === all ? [{ to: all, cost: 0, conceded: [] }] : [];
  const last = (called[row] ?? 0) - 1;
  const begin = Math.max(noteStart[last] ?? 0, from);
  const first = lawful ? begin + 1 : from + (row > 0 && from < begin ? 0 : 1);
  for (let to = Math.min(fits, all - 1); to >= first; to--) {
    if (cuts.length >= mostCuts || areaOf(problem, from, to).height < least) break;
    const late = to <= begin && begin > from ? notesBetween(flow, to, begin) : 0;
    const parted = (flow.notes[to]?.line ?? 0) > 0;
    const clean = mayPart(flow.notes, to, from, flow.notes.length);
    if (lawful && (!clean || late > 0 || !parted)) continue;
    cuts.push({
      to,
      cost: (parted ? costs.noteSplit : 0) + (clean ? 0 : hard.noteParted) + late * hard.noteLate,
      conceded: [
        ...(clean ? [] : [{ rule: 'noteParted' as const, note: to }]),
        ...(late > 0 ? [{ rule: 'noteLate' as const, note: to }] : []),
      ],
    });
  }
  return cuts;
}

/** The note row up to which notes are not higher than they may be. */
function lastThatFits(problem: Problem, from: number, to: number, most: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (areaOf(problem, from, middle).height <= most + 0.1) low = middle;
    else high = middle - 1;
  }
  return low;
}

function notesBetween({ notes }: Flow, from: number, begin: number): number {
  const first = (notes[from]?.line ?? 0) > 0 ? (notes[from]?.note ?? 0) + 1 : (notes[from]?.note ?? 0);
  return (notes[begin]?.note ?? first) - first + 1;
}

function areaOf(problem: Problem, from: number, to: number): NoteArea {
  const key = from * 65536 + (to - from);
  const known = problem.areas.get(key);
  if (known) return known;
  const area = noteArea(problem.flow.notes, from, to, problem.frame);
  problem.areas.set(key, area);
  return area;
}

interface Filled {
  columns: PagePlan['columns'];
  cost: number;
  conceded: Conceded[];
}

/** Divides the rows of a page among its columns at the least cost; undefined where they do not go in. `open` is a page that may end anywhere. */
function fillColumns(
  problem: Problem,
  from: number,
  to: number,
  caps: readonly number[],
  attempt: Try,
  open: boolean,
): Filled | undefined {
  const filling: Filling = { problem, to, caps, attempt, open, ends: [], depths: [], best: undefined, bestEnds: [] };
  fillFrom(filling, 0, from, 0);
  const { best, bestEnds } = filling;
  if (best === undefined) return undefined;
  const columns = bestEnds.map((end, i) => ({ from: bestEnds[i - 1] ?? from, to: end, room: caps[i] ?? 0 }));
  const conceded = columns.slice(0, -1).flatMap((column): Conceded[] => {
    const rule = column.to > column.from && column.to < to ? problem.breaks[column.to]?.broken : undefined;
    return rule ? [{ rule, row: column.to }] : [];
  });
  return { columns, cost: best, conceded };
}

/** A page’s columns while they are being filled. */
interface Filling {
  problem: Problem;
  to: number;
  caps: readonly number[];
  attempt: Try;
  open: boolean;
  /** So far. */
  ends: number[];
  depths: number[];
  best: number | undefined;
  bestEnds: number[];
}

function fillFrom(filling: Filling, column: number, start: number, cost: number): void {
  const { problem, to, caps, attempt, open, ends, depths } = filling;
  const { all, breaks, frame, nextColumn } = problem;
  if (filling.best !== undefined && cost >= filling.best) return;
  const cap = caps[column] ?? 0;
  const forced = nextColumn[start] ?? to;
  if (column === caps.length - 1) {
    if (forced < to) return;
    const height = heightOf(all, start, to);
    if (height > cap + 0.1) return;
    const short = Math.max(0, (cap - height) / frame.grid);
    if (!open && short > attempt.slack + 0.01) return;
    depths[column] = height;
    const sum = cost + (open ? 0 : short * short * costs.short) + unevenness(depths, caps, frame, open);
    if (filling.best !== undefined && sum >= filling.best) return;
    filling.best = sum;
    ends[column] = to;
    filling.bestEnds = [...ends];
    return;
  }
  const most = Math.min(to, forced, fitting(problem, start, cap));
  for (let end = most; end >= start; end--) {
    const height = heightOf(all, start, end);
    const short = Math.max(0, (cap - height) / frame.grid);
    const free = open || end === forced;
    if (!free && short > attempt.slack + 0.01) break;
    const brk = end > start && end < to ? breaks[end] : undefined;
    if (brk?.broken && attempt.lawful) continue;
    // A column is left empty only where nothing goes in.
    if (end === start && end < to && most > start && attempt.lawful) continue;
    ends[column] = end;
    depths[column] = height;
    fillFrom(filling, column + 1, end, cost + (free ? 0 : short * short * costs.short) + (brk?.column ?? 0));
  }
}

/** Columns side by side that end at different heights; on an open page, the first should be the deepest. */
function unevenness(depths: readonly number[], caps: readonly number[], { grid }: Frame, open: boolean): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < depths.length; i++) most = Math.max(most, endOf(depths, caps, open, i));
  let cost = 0;
  for (let i = 0; i < depths.length; i++) {
    const less = (most - endOf(depths, caps, open, i)) / grid;
    if (less > 0.5) cost += costs.uneven * less * less * (open && i === 0 ? 1.5 : 1);
  }
  return cost;
}

function endOf(depths: readonly number[], caps: readonly number[], open: boolean, i: number): number {
  return (depths[i] ?? 0) - (open ? 0 : (caps[i] ?? 0));
}

/** The row up to which a column takes rows, by height alone. */
function fitting(problem: Problem, from: number, cap: number): number {
  const key = from * 8192 + Math.max(0, Math.round(cap));
  const known = problem.fits.get(key);
  if (known !== undefined) return known;
  let low = from;
  let high = problem.flow.rows.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (heightOf(problem.all, from, middle) <= cap + 0.1) low = middle;
    else high = middle - 1;
  }
  problem.fits.set(key, low);
  return low;
}

interface Page {
  to: number;
  note: number;
  cost: number;
  columns: PagePlan['columns'];
  notes: PagePlan['notes'];
  conceded: Conceded[];
}

function tellOf(problem: Problem, { state, float, way, tell }: Draft, page: Page): void {
  const { flow, frame } = problem;
  const { to, note } = page;
  let cost = page.cost + way.cost + costs.page;
  const conceded = [...page.conceded];
  for (let i = state.float; i < flow.floats.length; i++) {
    const other = flow.floats[i];
    if (!other || other.anchor >= to) break;
    if (i < float) {
      if (
        other.anchor >= state.row &&
        way.placed.some((one) => one.float === i && one.at === 'head' && one.column <= 0)
      )
        cost += costs.floatEarly;
    } else if (Math.max(0, other.anchor) >= state.row && other.stays) {
      cost += hard.floatAway;
      conceded.push({ rule: 'floatAway', float: i });
    } else cost += costs.floatLate;
  }
  const final = to === flow.rows.length && note === flow.notes.length && float === flow.floats.length;
  if (final && state.before && !flow.continues) {
    const deepest = Math.max(...page.columns.map((column) => heightOf(problem.all, column.from, column.to)));
    if (float === state.float) cost += costs.lastPageFew * Math.max(0, few - deepest / frame.grid);
  }
  const plan: PagePlan = { columns: page.columns, notes: page.notes, floats: way.placed, cost, conceded };
  tell({ row: to, note, float, cost: state.cost + cost, page: plan, before: state });
}

/** Columns that are filled, each with its own notes, up to a row and a note row; with the best way of filling them so. */
interface Partial {
  row: number;
  note: number;
  cost: number;
  columns: PagePlan['columns'];
  notes: PagePlan['notes'];
  conceded: Conceded[];
}

/** So many ways of filling the columns so far are followed into the next. */
const mostPartials = 12;

/** Columns each with its own notes: filled one after the other, each with the notes that are called in it or run on into it. */
function pagesWithNotesInColumns(problem: Problem, draft: Draft): void {
  const { flow } = problem;
  const { state } = draft;
  const rooms = roomsOf(problem, draft);
  let partials: Partial[] = [{ row: state.row, note: state.note, cost: 0, columns: [], notes: [], conceded: [] }];
  for (const room of rooms) {
    const next = new Map<number, Partial>();
    for (const partial of partials) fillColumn(problem, draft, room, partial, next);
    partials = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, mostPartials);
  }
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  for (const { row, note, cost, columns, notes, conceded } of partials) {
    if (!opens && row === state.row && note === state.note && draft.float === state.float) continue;
    if (!mayHold(problem, draft, row)) continue;
    const turn = row > state.row && row < flow.rows.length ? problem.breaks[row] : undefined;
    tellOf(problem, draft, {
      to: row,
      note,
      cost: cost - (turn?.column ?? 0) + (turn?.page ?? 0),
      columns,
      notes,
      conceded,
    });
  }
}

/** Every way to fill the next column. */
function fillColumn(problem: Problem, draft: Draft, room: number, partial: Partial, next: Map<number, Partial>): void {
  const { flow, frame } = problem;
  const { attempt, state } = draft;
  const start = partial.row;
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  const forced = problem.nextColumn[start] ?? most;
  const limit = Math.min(most, forced);
  const end = Math.min(limit, fitting(problem, start, toGrid(room, frame.grid)));
  for (let to = end; to >= start; to--) {
    if (to === start && start < most && end > start && partial.note >= noteEnd(problem, start) && attempt.lawful) break;
    const turn = to > start && to < flow.rows.length ? problem.breaks[to] : undefined;
    if (turn?.broken && attempt.lawful) continue;
    const height = heightOf(problem.all, start, to);
    const open = (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === forced);
    // With all its notes the column has the least room; where even that is not filled, no other way is.
    const emptiest = toGrid(room - areaOf(problem, partial.note, noteEnd(problem, to)).height, frame.grid);
    if (!open && height < emptiest - (attempt.slack + 0.01) * frame.grid) continue;
    const left = room - height;
    const fewest = left - (open ? 2 : attempt.slack + 1) * frame.grid;
    for (const cut of noteCuts(problem, partial.note, to, attempt.lawful, fewest, left)) {
      const area = areaOf(problem, partial.note, cut.to);
      const cap = toGrid(room - area.height, frame.grid);
      if (room - area.height < -0.1 || height > cap + 0.1) continue;
      const short = Math.max(0, (cap - height) / frame.grid);
      if (!open && short > attempt.slack + 0.01) continue;
      // At the end of the text columns are of one depth: the sum of squares is least then.
      const fullness = open ? ((height / frame.grid) ** 2 * costs.uneven) / 100 : short * short * costs.short;
      const cost = partial.cost + fullness + (turn?.column ?? 0) + cut.cost;
      const key = to * 65536 + cut.to;
      const known = next.get(key);
      if (known && known.cost <= cost) continue;
      next.set(key, {
        row: to,
        note: cut.to,
        cost,
        columns: [...partial.columns, { from: start, to, room: cap }],
        notes: [...partial.notes, { from: partial.note, to: cut.to, columns: area.columns }],
        conceded: [...partial.conceded, ...cut.conceded, ...(turn?.broken ? [{ rule: turn.broken, row: to }] : [])],
      });
    }
    // Much less than a full column is not worth trying where it is not the end.
    if (limit < flow.rows.length && attempt.slack < 10 && height < toGrid(room, frame.grid) / 4) break;
  }
}

/** Where nothing fits: a page that takes one thing, and is too full. */
function forcedPage(problem: Problem, state: State): State {
  const { flow, frame } = problem;
  const placed: PagePlan['floats'] = [];
  let { row, note, float } = state;
  const conceded: Conceded[] = [];
  const columns = Array.from({ length: frame.columns }, () => ({ from: row, to: row, room: frame.height }));
  const waiting = flow.floats[float];
  if (note < noteEnd(problem, row)) {
    conceded.push({ rule: 'overfull', note });
    note = Math.max(note + 1, lastThatFits(problem, note, noteEnd(problem, row), frame.height));
  } else if (waiting && (waiting.anchor < row || row === flow.rows.length)) {
    conceded.push({ rule: 'overfull', float });
    placed.push({ float, column: waiting.spans ? -1 : 0, at: 'head' });
    float++;
  } else {
    conceded.push({ rule: 'overfull', row });
    row++;
    columns.forEach((column, i) => {
      if (i > 0) column.from = row;
      column.to = row;
    });
  }
  const areas = Array.from({ length: frame.notesAt === 'page' ? 1 : frame.columns }, (_, i) => ({
    from: i === 0 ? state.note : note,
    to: note,
    columns: i === 0 && note > state.note ? [{ from: state.note, to: note }] : [],
  }));
  const page: PagePlan = { columns, notes: areas, floats: placed, cost: hard.overfull, conceded };
  return { row, note, float, cost: state.cost + hard.overfull, page, before: state };
}
