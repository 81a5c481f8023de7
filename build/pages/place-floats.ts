import type { PageTrial } from './candidates.ts';
import { costs, hard } from './costs.ts';
import type { BrokenRule, Float, Frame, PagePlan, PlacedFloat } from './flow.ts';
import { canFloatsWait, type Problem } from './problem.ts';

/**
 * True if the floats of a trial may stand on a page that ends before a row: none precedes its place in the text, and
 * none is left that must be on the page.
 */
export function canHoldFloats(problem: Problem, { state, float, attempt }: PageTrial, to: number): boolean {
  const { flow, nextWithCalls } = problem;
  for (let i = state.float; i < float; i++)
    if ((flow.floats[i]?.anchor ?? 0) >= to && to < flow.rows.length) return false;
  if (!attempt.lawful) return true;
  const waits = flow.floats[nextWithCalls[float] as number];
  if (!waits || waits.anchor >= to || canFloatsWait(problem, to, float)) return true;
  // Its notes already began on an earlier page.
  return state.note > (problem.noteStart[waits.firstNote] as number);
}

/** The cost of the floats that wait for a page after one that ends before a row, except for notes called in them. */
export function costOfWaiting({ flow: { floats } }: Problem, { state, float }: PageTrial, to: number): number {
  let cost = 0;
  for (let i = float; i < floats.length; i++) {
    const { anchor } = floats[i] as Float;
    if (anchor >= to) break;
    cost += anchor >= state.row || !state.before ? costs.floatLate : costs.floatLater;
  }
  return cost;
}

/** The cost of the floats that a page has and of those that wait, and the rules broken by them. */
export function costOfFloats(
  { flow, frame, noteStart }: Problem,
  { state, float, arrangement }: PageTrial,
  to: number,
  note: number,
  columns: PagePlan['columns'],
): { cost: number; brokenRules: BrokenRule[] } {
  let { cost } = arrangement;
  const brokenRules: BrokenRule[] = [];
  const last = flow.rows.length;
  if (state.row === last && state.before && !flow.continues && isAlone(flow.floats.slice(state.float, float), frame)) {
    cost += costs.floatAlone;
    brokenRules.push({ rule: 'floatAlone', float: state.float });
  }
  for (const placed of arrangement.placed) {
    const one = flow.floats[placed.float];
    if (!one || !isAstray(one, placed, { from: state.row, to, last, columns })) continue;
    cost += hard.floatAstray;
    brokenRules.push({ rule: 'floatAstray', float: placed.float });
  }
  for (let i = state.float; i < flow.floats.length; i++) {
    const one = flow.floats[i];
    if (!one || one.anchor >= to) break;
    const first = noteStart[one.firstNote] as number;
    if (i >= float && state.row < (one.until ?? last) && (one.until ?? last) < last && to > (one.until ?? last)) {
      // Reported for the page on which it stands.
      cost += hard.floatAstray;
    }
    if (i < float) {
      const early = arrangement.placed.some(
        (placed) => placed.float === i && placed.at === 'head' && placed.column <= 0,
      );
      if (early && one.anchor >= state.row) cost += costs.floatEarly;
    } else if (one.calls > 0 && state.note <= first && note > first) {
      cost += hard.floatAway;
      brokenRules.push({ rule: 'floatAway', float: i });
    } else cost += one.anchor >= state.row || !state.before ? costs.floatLate : costs.floatLater;
  }
  return { cost, brokenRules };
}

/**
 * True if floats leave a page so empty that text should stand with them. A table that runs on over several pages has
 * them for itself.
 */
function isAlone(floats: readonly Float[], { height }: Frame): boolean {
  const full = 0.7;
  if (floats.length === 0 || floats.some(({ part }) => part)) return false;
  return floats.reduce((sum, one) => sum + one.height, 0) < full * height;
}

/**
 * True if a float stands below the end of its article, on a page of the rows from `from` up to `to` or on a later one.
 * The text ends before the row `last`.
 */
function isAstray(
  { until }: Float,
  { column, at }: PlacedFloat,
  { from, to, last, columns }: { from: number; to: number; last: number; columns: PagePlan['columns'] },
): boolean {
  if (until === undefined || until >= last) return false;
  if (at === 'head') return (column < 0 ? from : (columns[column]?.from ?? from)) >= until;
  return (column < 0 ? to : (columns[column]?.to ?? to)) > until;
}
