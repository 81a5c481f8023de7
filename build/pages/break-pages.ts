import type { CandidateSink, PageStart } from './candidates.ts';
import { costs } from './costs.ts';
import type { Flow, Frame, PagePlan } from './flow.ts';
import { leastCost } from './least-cost.ts';
import { noteHeight } from './notes/note-columns.ts';
import { offerPages } from './offer-pages.ts';
import { isGreedy, type Problem, problemOf } from './problem.ts';

/**
 * Breaks a flow into pages so that the sum of their costs is least. This is dynamic programming over states: a row at
 * which a page can begin, with the notes that run on to it and the floats that wait for it. After M. F. Plass, “Optimal
 * Pagination Techniques for Automatic Typesetting Systems” (Stanford, 1981). Pure: numbers in, numbers out. It always
 * ends, because each page takes at least a row, a note row or a float. `likely` is what the pages probably cost, where
 * that is known: they are found sooner then.
 */
export function breakPages(flow: Flow, frame: Frame, likely?: number): PagePlan[] {
  const problem = problemOf(flow, frame);
  const [first, ...rest] = cheapestPages(problem, likely);
  if (!first) return [];
  const greedy = isGreedy(problem) ? [{ rule: 'greedy' as const, row: 0 }] : [];
  return [{ ...first, brokenRules: [...first.brokenRules, ...greedy] }, ...rest];
}

/**
 * Of the states at one row, which differ in the notes and floats still to come: at most this number is followed, and
 * none that costs more than the cheapest by this.
 */
const maxStatesPerRow = 8;
const maxExtraCost = 40;

/**
 * The costs, by the page and beyond that of a page, up to which pages are searched for first. A search that need not
 * look at anything costlier is much shorter, and nearly all flows have pages within the first of them.
 */
const firstLimits = [8, 12, 24];

/** The difference that sums of the same costs may have, added up in another order. */
export const rounding = 1e-6;

function cheapestPages(problem: Problem, likely: number | undefined): PagePlan[] {
  const least = leastCost(problem.rest, 0, 0, 0);
  const limits = firstLimits.map((each) => least + each * (least / costs.page + 1));
  for (const limit of likely === undefined ? limits : [likely + 1, ...limits]) {
    const pages = solve(problem, limit);
    if (pages.length > 0) return pages;
    if (isGreedy(problem)) break;
  }
  return solve(problem);
}

/** The cheapest pages of a problem, if they cost less than `limit`; otherwise none. */
export function solve(problem: Problem, limit = Number.POSITIVE_INFINITY): PagePlan[] {
  const { flow } = problem;
  problem.work.steps = 0;
  const total = flow.rows.length;
  const statesByRow: (Map<number, PageStart> | undefined)[] = new Array(total + 1).fill(undefined);
  const start: PageStart = { row: 0, note: 0, float: 0, cost: 0 };
  statesByRow[0] = new Map([[keyOf(0, 0), start]]);
  let best: PageStart | undefined;
  let advanced = false;
  let here = 0;
  const bound = () => best?.cost ?? limit;
  const mostCost: CandidateSink['mostCost'] = (row, note, float) =>
    bound() - Math.max(0, leastCost(problem.rest, row, note, float) - rounding);
  const sink: CandidateSink = {
    knownCost: (row, note, float) =>
      Math.min(statesByRow[row]?.get(keyOf(note, float))?.cost ?? Number.POSITIVE_INFINITY, bound()),
    mostCost,
    offer: (to) => {
      advanced ||= to.row > here;
      const there = statesByRow[to.row] ?? new Map<number, PageStart>();
      statesByRow[to.row] = there;
      there.set(keyOf(to.note, to.float), to);
    },
  };
  // An estimate of the cost of the notes that are left, in pages. A state that has set more notes has paid more for
  // them, and should not look worse for it.
  const perHeight = (costs.page + costs.noteSplit) / (problem.frame.height * problem.frame.noteColumns);
  const costOfRest = ({ note }: PageStart) => noteHeight(flow.notes, note, flow.notes.length) * perHeight;
  for (here = 0; here <= total; here++) {
    const states = statesByRow[here];
    if (!states) continue;
    let followed = 0;
    advanced = false;
    const first = cheapest(states, costOfRest);
    const least = first ? first.cost + costOfRest(first) : 0;
    // A page of notes or floats alone leads to the same row again, further on in notes or floats.
    for (let state = first; state; state = cheapest(states, costOfRest)) {
      states.delete(keyOf(state.note, state.float));
      if (state.before && isEnd(flow, state)) {
        if (!best || state.cost < best.cost) best = state;
        continue;
      }
      if (state.cost >= mostCost(state.row, state.note, state.float)) continue;
      // The costliest states of many need not be followed, once another has led to a later row.
      if (
        advanced &&
        (followed >= (isGreedy(problem) ? 1 : maxStatesPerRow) || state.cost + costOfRest(state) > least + maxExtraCost)
      )
        break;
      followed++;
      offerPages(problem, state, sink);
    }
  }
  const pages: PagePlan[] = [];
  for (let state = best; state?.page; state = state.before) pages.unshift(state.page);
  return pages;
}

function isEnd({ rows, notes, floats }: Flow, { row, note, float }: PageStart): boolean {
  return row === rows.length && note === notes.length && float === floats.length;
}

function keyOf(note: number, float: number): number {
  return note * 4096 + float;
}

function cheapest(
  states: ReadonlyMap<number, PageStart>,
  costOfRest: (state: PageStart) => number,
): PageStart | undefined {
  let best: PageStart | undefined;
  for (const state of states.values())
    if (!best || state.cost + costOfRest(state) < best.cost + costOfRest(best)) best = state;
  return best;
}
