import { costs, hard } from './costs.ts';
import type { Conceded, Float, Frame, PagePlan, Placed } from './flow.ts';
import { mayWait, type Problem } from './problem.ts';
import type { Draft } from './state.ts';

/** Whether the floats chosen may stand on a page that ends before a row: none before its place in the text, and none left that must stay. */
export function mayHold(problem: Problem, { state, float, attempt }: Draft, to: number): boolean {
  const { flow, nextNoted } = problem;
  for (let i = state.float; i < float; i++)
    if ((flow.floats[i]?.anchor ?? 0) >= to && to < flow.rows.length) return false;
  if (!attempt.lawful) return true;
  const waits = flow.floats[nextNoted[float] as number];
  if (!waits || waits.anchor >= to || mayWait(problem, to, float)) return true;
  // Its notes have come before it, on an earlier page.
  return state.note > (problem.noteStart[waits.firstNote] as number);
}

/** What the floats of a page cost, those that it has and those that wait, and what could not be helped. */
export function costOfFloats(
  { flow, frame, noteStart }: Problem,
  { state, float, way }: Draft,
  to: number,
  note: number,
  columns: PagePlan['columns'],
): { cost: number; conceded: Conceded[] } {
  let { cost } = way;
  const conceded: Conceded[] = [];
  const last = flow.rows.length;
  if (
    state.row === last &&
    state.before &&
    !flow.continues &&
    standsAlone(flow.floats.slice(state.float, float), frame)
  ) {
    cost += costs.floatAlone;
    conceded.push({ rule: 'floatAlone', float: state.float });
  }
  for (const placed of way.placed) {
    const one = flow.floats[placed.float];
    if (!one || !goesAstray(one, placed, state.row, to, last, columns)) continue;
    cost += hard.floatAstray;
    conceded.push({ rule: 'floatAstray', float: placed.float });
  }
  for (let i = state.float; i < flow.floats.length; i++) {
    const one = flow.floats[i];
    if (!one || one.anchor >= to) break;
    const first = noteStart[one.firstNote] as number;
    if (i >= float && state.row < (one.until ?? last) && (one.until ?? last) < last && to > (one.until ?? last)) {
      // Said where it stands.
      cost += hard.floatAstray;
    }
    if (i < float) {
      const early = way.placed.some((placed) => placed.float === i && placed.at === 'head' && placed.column <= 0);
      if (early && one.anchor >= state.row) cost += costs.floatEarly;
    } else if (one.calls > 0 && state.note <= first && note > first) {
      cost += hard.floatAway;
      conceded.push({ rule: 'floatAway', float: i });
    } else cost += one.anchor >= state.row || !state.before ? costs.floatLate : costs.floatLater;
  }
  return { cost, conceded };
}

/** Whether floats leave a page so empty that text should stand with them; a table that runs on over pages has them for itself. */
function standsAlone(floats: readonly Float[], { height }: Frame): boolean {
  const full = 0.7;
  if (floats.length === 0 || floats.some(({ part }) => part)) return false;
  return floats.reduce((sum, one) => sum + one.height, 0) < full * height;
}

/** Whether a float stands below the end of its article on a page of the rows from `from` up to `to`, or on a later page than that. */
function goesAstray(
  { until }: Float,
  { column, at }: Placed,
  from: number,
  to: number,
  last: number,
  columns: PagePlan['columns'],
): boolean {
  if (until === undefined || until >= last) return false;
  if (at === 'head') return (column < 0 ? from : (columns[column]?.from ?? from)) >= until;
  return (column < 0 ? to : (columns[column]?.to ?? to)) > until;
}
