import { columnHeight } from './column.ts';
import { costs, fewBesideFloat, fewLines } from './costs.ts';
import type { FloatArrangement } from './floats.ts';
import type { BrokenRule, PagePlan } from './flow.ts';
import { costOfFloats } from './place-floats.ts';
import type { Problem } from './problem.ts';

/** A state of the search: a place where a page can begin, and the cheapest way found to it. */
export interface PageStart {
  row: number;
  /** The first note row and the first float that no page has yet. */
  note: number;
  float: number;
  cost: number;
  page?: PagePlan;
  before?: PageStart;
}

/** The receiver of candidate pages. */
export interface CandidateSink {
  /** The lowest known cost of reaching a state: a candidate that costs as much need not be offered. */
  knownCost: (row: number, note: number, float: number) => number;
  /** The cost of reaching a state from which on there is no way below the limit of the search. */
  mostCost: (row: number, note: number, float: number) => number;
  offer: (to: PageStart) => void;
}

/** An attempt at all pages that begin at a place. */
export interface Attempt {
  /** The lines by which a column may be short of full. */
  slack: number;
  /** True if rules must be kept. */
  lawful: boolean;
  /** True once there is a page, whatever it costs. */
  found: boolean;
}

/** A page that is being tried: where it begins, its floats and their arrangement, and what it may do. */
export interface PageTrial {
  state: PageStart;
  /** The first float that is not on it. */
  float: number;
  arrangement: FloatArrangement;
  attempt: Attempt;
  sink: CandidateSink;
}

/** A page without its floats. */
export interface CandidatePage {
  to: number;
  note: number;
  cost: number;
  columns: PagePlan['columns'];
  notes: PagePlan['notes'];
  brokenRules: BrokenRule[];
}

/** Offers a page, with the costs of its floats and of being one page more. */
export function offerPage(problem: Problem, trial: PageTrial, page: CandidatePage): void {
  const { flow, frame, heights } = problem;
  const { state, float, arrangement, sink } = trial;
  const { to, note } = page;
  const floats = costOfFloats(problem, trial, to, note, page.columns);
  let cost = page.cost + floats.cost + costs.page;
  if (state.before && !flow.continues && float === state.float) {
    const lines = page.columns.map((column) => columnHeight(heights, column.from, column.to) / frame.grid);
    if (to < flow.rows.length) cost += costs.textFew * Math.max(0, fewLines - Math.max(...lines));
    else if (state.row === to) cost += costs.notesAlone;
    else if (note === flow.notes.length && float === flow.floats.length) {
      // A box at the end, which says who the author is, is not text.
      const boxes = flow.rows.slice(state.row, to).filter(({ kind }) => kind === 'box');
      const boxed = boxes.reduce((sum, { top, bottom }) => sum + (bottom - top) / frame.grid, 0);
      const average = (lines.reduce((sum, one) => sum + one, 0) - boxed) / lines.length;
      cost += costs.lastPageFew * Math.max(0, fewLines - average);
    }
  }
  for (const placed of arrangement.placed) {
    const { from, to: end } = page.columns[Math.max(0, placed.column)] as PagePlan['columns'][number];
    if (end > from) cost += costs.besideFloatFew * Math.max(0, fewBesideFloat - (end - from));
  }
  if (state.cost + cost >= sink.knownCost(to, note, float)) return;
  const plan: PagePlan = {
    columns: page.columns,
    notes: page.notes,
    floats: arrangement.placed,
    cost,
    brokenRules: floats.brokenRules.length > 0 ? [...page.brokenRules, ...floats.brokenRules] : page.brokenRules,
  };
  sink.offer({ row: to, note, float, cost: state.cost + cost, page: plan, before: state });
}
