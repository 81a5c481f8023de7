import type { Attempt } from './candidates.ts';
import { columnHeight, linesGiven } from './column.ts';
import { costs } from './costs.ts';
import type { Frame, PagePlan } from './flow.ts';
import { isGreedy, lastRowThatFits, type Problem } from './problem.ts';

/** The rows of a page in columns, and the cost. */
export interface FilledColumns {
  cost: number;
  columns: PagePlan['columns'];
}

/**
 * Divides the rows of a page among its columns at the least cost. Undefined if they do not fit, or not for less than
 * `limit`.
 */
export function fillColumns(task: FillTask, limit: number): FilledColumns | undefined {
  // Named one by one: an object made by a spread is read several times as slowly.
  const { problem, from, to, caps, attempt, open } = task;
  const filling: Filling = {
    problem,
    from,
    to,
    caps,
    attempt,
    open,
    ends: [],
    givens: [],
    depths: [],
    best: limit,
    bestEnds: undefined,
    bestGivens: [],
    steps: 0,
  };
  fillFrom(filling, 0, from, 0);
  return filling.bestEnds && { cost: filling.best, columns: columnsOf(filling, filling.bestEnds) };
}

/** The rows of a page from `from` up to `to`, and the columns that they are divided among. */
export interface FillTask {
  problem: Problem;
  from: number;
  to: number;
  /** The room of each column, in px. */
  caps: readonly number[];
  attempt: Attempt;
  /** True for a page that may end anywhere. */
  open: boolean;
}

/** A page’s columns while they are being filled. */
interface Filling extends FillTask {
  /** The row before which each column so far ends, the lines of white that it takes, and the columns’ heights in px. */
  ends: number[];
  givens: number[];
  depths: number[];
  /** The lowest cost so far, and the ends of columns that have it, with the lines of white that they take. */
  best: number;
  bestEnds: number[] | undefined;
  bestGivens: number[];
  /** Ends of columns that were tried. */
  steps: number;
}

/**
 * At most this number of column ends is tried for a page. It covers all ways to fill three columns; with more columns
 * there are too many to try them all.
 */
const maxSteps = 4000;
/** The same when the search is greedy, until there is one way. */
const maxStepsWhenGreedy = 500;

function columnsOf({ from, caps, bestGivens }: Filling, ends: readonly number[]): PagePlan['columns'] {
  return ends.map((to, i) => {
    const column = { from: i === 0 ? from : (ends[i - 1] as number), to, room: caps[i] as number };
    const given = bestGivens[i] as number;
    return given > 0 ? { ...column, given } : column;
  });
}

function fillFrom(filling: Filling, column: number, start: number, cost: number): void {
  const { problem, to, caps, attempt, open, ends, givens, depths } = filling;
  const { heights, breaks, frame, nextColumn } = problem;
  if (cost >= filling.best) return;
  if (column === caps.length - 1) {
    fillLast(filling, start, cost);
    return;
  }
  const cap = caps[column] as number;
  const forced = nextColumn[start] ?? to;
  const most = Math.min(to, forced, lastRowThatFits(problem, start, cap));
  // The most that the columns after this one can hold, without the white at their heads.
  let rest = frame.grid * 3 * (caps.length - column - 2) + 0.1;
  for (let i = column + 1; i < caps.length; i++) rest += caps[i] as number;
  for (let end = most; end >= start; end--) {
    problem.work.steps++;
    filling.steps++;
    // The fullest columns are tried first.
    if (filling.steps > (isGreedy(problem) ? (filling.bestEnds ? 0 : maxStepsWhenGreedy) : maxSteps)) return;
    if (columnHeight(heights, end, to) > rest) break;
    const height = columnHeight(heights, start, end);
    const short = Math.max(0, (cap - height) / frame.grid);
    const free = open || end === forced;
    const given = free ? 0 : linesGiven(heights, start, end, cap - height);
    const own = free ? 0 : costOfShort(short, given);
    if (!free && (short > attempt.slack + 0.01 || cost + own >= filling.best)) break;
    const turn = end > start && end < to ? breaks[end] : undefined;
    if (turn?.broken && attempt.lawful) continue;
    // A column is left empty only if nothing fits into it.
    if (end === start && end < to && most > start && attempt.lawful) continue;
    ends[column] = end;
    // Fewer lines of white than it could take may be better, for columns to end level.
    for (let taken = given; taken >= 0; taken--) {
      givens[column] = taken;
      depths[column] = height + taken * frame.grid;
      const all = taken === given ? own : costOfShort(short, taken);
      fillFrom(filling, column + 1, end, cost + all + (turn?.column ?? 0));
    }
  }
}

function fillLast(filling: Filling, start: number, cost: number): void {
  const { problem, to, caps, attempt, open, ends, givens, depths } = filling;
  const { heights, frame, nextColumn } = problem;
  const last = caps.length - 1;
  const cap = caps[last] as number;
  if ((nextColumn[start] ?? to) < to) return;
  const height = columnHeight(heights, start, to);
  if (height > cap + 0.1) return;
  const short = Math.max(0, (cap - height) / frame.grid);
  if (!open && short > attempt.slack + 0.01) return;
  for (let given = open ? 0 : linesGiven(heights, start, to, cap - height); given >= 0; given--) {
    depths[last] = height + given * frame.grid;
    const sum = cost + (open ? 0 : costOfShort(short, given)) + unevenness(depths, caps, frame, open);
    if (sum >= filling.best) continue;
    filling.best = sum;
    ends[last] = to;
    filling.bestEnds = [...ends];
    givens[last] = given;
    filling.bestGivens = [...givens];
  }
}

/** The cost of a column that is lines short, some of which whites in it take. */
export function costOfShort(lines: number, given: number): number {
  const seen = Math.max(0, lines - given);
  return seen * seen * costs.short + ((given * (given + 1)) / 2) * costs.given;
}

/** The cost of columns side by side that end at different heights. On an open page, the first should be the deepest. */
function unevenness(depths: readonly number[], caps: readonly number[], { grid }: Frame, open: boolean): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < depths.length; i++)
    most = Math.max(most, (depths[i] as number) - (open ? 0 : (caps[i] as number)));
  let cost = 0;
  for (let i = 0; i < depths.length; i++) {
    const less = (most - (depths[i] as number) + (open ? 0 : (caps[i] as number))) / grid;
    if (less > 0.5) cost += costs.uneven * less * less * (open && i === 0 ? 1.5 : 1);
  }
  return cost;
}
