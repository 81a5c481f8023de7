import { heightOf } from './column.ts';
import { costs } from './costs.ts';
import type { Frame } from './flow.ts';
import { fitting, isHurried, type Problem } from './problem.ts';
import type { Try } from './state.ts';

/** The rows of a page in columns: what that costs, and the row before which each column ends. */
export interface Filled {
  cost: number;
  ends: number[];
}

/**
 * Divides the rows of a page among its columns at the least cost; undefined where they do not go in, or not for less than `limit`. `caps` is the room of each
 * column, in px; `open` is a page that may end anywhere.
 */
export function fillColumns(
  problem: Problem,
  from: number,
  to: number,
  caps: readonly number[],
  attempt: Try,
  open: boolean,
  limit: number,
): Filled | undefined {
  const filling: Filling = {
    problem,
    to,
    caps,
    attempt,
    open,
    ends: [],
    depths: [],
    best: limit,
    bestEnds: undefined,
    steps: 0,
  };
  fillFrom(filling, 0, from, 0);
  return filling.bestEnds && { cost: filling.best, ends: filling.bestEnds };
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
  best: number;
  bestEnds: number[] | undefined;
  /** Ends of columns that were tried. */
  steps: number;
}

/** So many ends of columns are tried for a page: all that there are for three columns. Of more there are too many ways to try them all. */
const mostSteps = 4000;
/** And so many, where there is no time for more, until there is a way. */
const fewSteps = 500;

function fillFrom(filling: Filling, column: number, start: number, cost: number): void {
  const { problem, to, caps, attempt, open, ends, depths } = filling;
  const { all, breaks, frame, nextColumn } = problem;
  if (cost >= filling.best) return;
  if (column === caps.length - 1) {
    fillLast(filling, start, cost);
    return;
  }
  const cap = caps[column] as number;
  const forced = nextColumn[start] ?? to;
  const most = Math.min(to, forced, fitting(problem, start, cap));
  // What the columns after this one hold at most, the white at their heads gone.
  let rest = frame.grid * 3 * (caps.length - column - 2) + 0.1;
  for (let i = column + 1; i < caps.length; i++) rest += caps[i] as number;
  for (let end = most; end >= start; end--) {
    problem.work.steps++;
    filling.steps++;
    // The fullest columns are tried first.
    if (filling.steps > (isHurried(problem) ? (filling.bestEnds ? 0 : fewSteps) : mostSteps)) return;
    if (heightOf(all, end, to) > rest) break;
    const height = heightOf(all, start, end);
    const short = Math.max(0, (cap - height) / frame.grid);
    const free = open || end === forced;
    const own = free ? 0 : short * short * costs.short;
    if (!free && (short > attempt.slack + 0.01 || cost + own >= filling.best)) break;
    const turn = end > start && end < to ? breaks[end] : undefined;
    if (turn?.broken && attempt.lawful) continue;
    // A column is left empty only where nothing goes in.
    if (end === start && end < to && most > start && attempt.lawful) continue;
    ends[column] = end;
    depths[column] = height;
    fillFrom(filling, column + 1, end, cost + own + (turn?.column ?? 0));
  }
}

function fillLast(filling: Filling, start: number, cost: number): void {
  const { problem, to, caps, attempt, open, ends, depths } = filling;
  const { all, frame, nextColumn } = problem;
  const last = caps.length - 1;
  const cap = caps[last] as number;
  if ((nextColumn[start] ?? to) < to) return;
  const height = heightOf(all, start, to);
  if (height > cap + 0.1) return;
  const short = Math.max(0, (cap - height) / frame.grid);
  if (!open && short > attempt.slack + 0.01) return;
  depths[last] = height;
  const sum = cost + (open ? 0 : short * short * costs.short) + unevenness(depths, caps, frame, open);
  if (sum >= filling.best) return;
  filling.best = sum;
  ends[last] = to;
  filling.bestEnds = [...ends];
}

/** Columns side by side that end at different heights; on an open page, the first should be the deepest. */
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
