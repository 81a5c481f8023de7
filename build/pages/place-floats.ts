import { costs, hard } from './costs.ts';
import type { Conceded } from './flow.ts';
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
  { flow, noteStart }: Problem,
  { state, float, way }: Draft,
  to: number,
  note: number,
): { cost: number; conceded: Conceded[] } {
  let { cost } = way;
  const conceded: Conceded[] = [];
  for (let i = state.float; i < flow.floats.length; i++) {
    const one = flow.floats[i];
    if (!one || one.anchor >= to) break;
    const first = noteStart[one.firstNote] as number;
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
