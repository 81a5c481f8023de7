import { costs } from './costs.ts';
import type { Flow, Frame, PagePlan } from './flow.ts';
import { depth } from './note-area.ts';
import { pagesFrom } from './pages-from.ts';
import { isHurried, type Problem, problemOf } from './problem.ts';
import type { State } from './state.ts';

/**
 * Breaks a flow into pages so that the sum of all their costs is least: dynamic programming over every place where a page can begin, the notes that
 * run on to it and the floats that wait for it being part of what a place is. After M. F. Plass, “Optimal Pagination Techniques for Automatic
 * Typesetting Systems” (Stanford, 1981). Pure: numbers in, numbers out. It always ends, for each page takes at least a row, a note row or a float.
 */
export function breakPages(flow: Flow, frame: Frame): PagePlan[] {
  const problem = problemOf(flow, frame);
  const [first, ...rest] = solve(problem);
  if (!first) return [];
  const greedy = isHurried(problem) ? [{ rule: 'greedy' as const, row: 0 }] : [];
  return [{ ...first, conceded: [...first.conceded, ...greedy] }, ...rest];
}

/** Ways to one row that differ in the notes and floats still to come, and how much dearer than the best of them one may be. */
const mostWays = 8;
const muchDearer = 30;

/** The pages of a problem, if they cost less than `limit`; else none. */
export function solve(problem: Problem, limit = Number.POSITIVE_INFINITY): PagePlan[] {
  const { flow } = problem;
  const total = flow.rows.length;
  const waiting: (Map<number, State> | undefined)[] = new Array(total + 1).fill(undefined);
  const start: State = { row: 0, note: 0, float: 0, cost: 0 };
  waiting[0] = new Map([[keyOf(0, 0), start]]);
  let best: State | undefined;
  let advanced = false;
  let here = 0;
  const taker = {
    limit: (row: number, note: number, float: number) =>
      Math.min(waiting[row]?.get(keyOf(note, float))?.cost ?? Number.POSITIVE_INFINITY, best?.cost ?? limit),
    take: (to: State) => {
      advanced ||= to.row > here;
      const there = waiting[to.row] ?? new Map<number, State>();
      waiting[to.row] = there;
      there.set(keyOf(to.note, to.float), to);
    },
  };
  // What the notes still cost that are left, in pages: who has set more of them has paid more, and is no worse for it.
  const perHeight = (costs.page + costs.noteSplit) / (problem.frame.height * problem.frame.noteColumns);
  const still = ({ note }: State) => depth(flow.notes, note, flow.notes.length) * perHeight;
  for (here = 0; here <= total; here++) {
    const places = waiting[here];
    if (!places) continue;
    let followed = 0;
    advanced = false;
    const first = cheapest(places, still);
    const least = first ? first.cost + still(first) : 0;
    // A page of notes or floats alone leads to the same row again, further on in notes or floats.
    for (let state = first; state; state = cheapest(places, still)) {
      places.delete(keyOf(state.note, state.float));
      if (state.before && isEnd(flow, state)) {
        if (!best || state.cost < best.cost) best = state;
        continue;
      }
      if (state.cost >= (best?.cost ?? limit)) continue;
      // The dearest of many ways to one place are not worth following, once another has led on.
      if (
        advanced &&
        (followed >= (isHurried(problem) ? 1 : mostWays) || state.cost + still(state) > least + muchDearer)
      )
        break;
      followed++;
      pagesFrom(problem, state, taker);
    }
  }
  const pages: PagePlan[] = [];
  for (let state = best; state?.page; state = state.before) pages.unshift(state.page);
  return pages;
}

function isEnd({ rows, notes, floats }: Flow, { row, note, float }: State): boolean {
  return row === rows.length && note === notes.length && float === floats.length;
}

function keyOf(note: number, float: number): number {
  return note * 4096 + float;
}

function cheapest(states: ReadonlyMap<number, State>, still: (state: State) => number): State | undefined {
  let best: State | undefined;
  for (const state of states.values()) if (!best || state.cost + still(state) < best.cost + still(best)) best = state;
  return best;
}
