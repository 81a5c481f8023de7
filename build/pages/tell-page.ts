import { heightOf } from './column.ts';
import { costs, few } from './costs.ts';
import type { Conceded, PagePlan } from './flow.ts';
import { costOfFloats } from './place-floats.ts';
import type { Problem } from './problem.ts';
import type { Draft } from './state.ts';

/** A page, all but its floats. */
export interface Page {
  to: number;
  note: number;
  cost: number;
  columns: PagePlan['columns'];
  notes: PagePlan['notes'];
  conceded: Conceded[];
}

/** Tells of a page, with what its floats and its being one cost. */
export function tellPage(problem: Problem, draft: Draft, page: Page): void {
  const { flow, frame, all } = problem;
  const { state, float, way, taker } = draft;
  const { to, note } = page;
  const floats = costOfFloats(problem, draft, to, note, page.columns);
  let cost = page.cost + floats.cost + costs.page;
  if (state.before && !flow.continues && float === state.float) {
    const deepest = Math.max(...page.columns.map((column) => heightOf(all, column.from, column.to)));
    const lacking = Math.max(0, few - deepest / frame.grid);
    if (to < flow.rows.length) cost += costs.textFew * lacking;
    else if (note === flow.notes.length && float === flow.floats.length) cost += costs.lastPageFew * lacking;
  }
  if (state.cost + cost >= taker.limit(to, note, float)) return;
  const plan: PagePlan = {
    columns: page.columns,
    notes: page.notes,
    floats: way.placed,
    cost,
    conceded: floats.conceded.length > 0 ? [...page.conceded, ...floats.conceded] : page.conceded,
  };
  taker.take({ row: to, note, float, cost: state.cost + cost, page: plan, before: state });
}
