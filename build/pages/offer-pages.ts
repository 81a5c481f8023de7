import type { Attempt, CandidateSink, PageStart, PageTrial } from './candidates.ts';
import { columnHeight } from './column.ts';
import { forcedPage } from './forced-page.ts';
import { pagesWithNotesAcross } from './notes-across.ts';
import { pagesWithNotesInColumns } from './notes-in-columns.ts';
import { costOfWaiting } from './place-floats.ts';
import { arrangementsOf, isGreedy, type Problem } from './problem.ts';

/** The attempts at a page, each only if the one before finds none. */
const attempts: readonly Omit<Attempt, 'found'>[] = [
  { slack: 3, lawful: true },
  { slack: Number.POSITIVE_INFINITY, lawful: true },
  { slack: Number.POSITIVE_INFINITY, lawful: false },
];

/** Offers every candidate page that starts at a place. */
export function offerPages(problem: Problem, state: PageStart, sink: CandidateSink): void {
  const { flow, frame } = problem;
  const fill = frame.notesAt === 'page' ? pagesWithNotesAcross : pagesWithNotesInColumns;
  const reach = flow.floats.length > 0 ? reachOf(problem, state.row) : 0;
  const opening = state.before ? 0 : flow.opening;
  // Near the end, columns that are far from full may be better than a figure alone on the page after.
  const leavesFloats = state.float < flow.floats.length && reach >= flow.rows.length && !flow.continues;
  // A window on pages that were broken before does not need a way at any cost: if there is no good one, they stay as
  // they were.
  for (const kind of flow.continues ? attempts.slice(0, 1) : attempts) {
    // The greedy search has found no way either, in as many steps again.
    if (problem.work.steps > problem.work.max * 2) break;
    const attempt: Attempt = { ...kind, found: false };
    for (let float = state.float; float <= flow.floats.length; float++) {
      if (float > state.float && (flow.floats[float - 1]?.anchor ?? 0) >= reach) break;
      const arrangements = arrangementsOf(problem, state.float, float);
      if (arrangements.length === 0) break;
      for (const arrangement of isGreedy(problem) ? arrangements.slice(0, 1) : arrangements) {
        const trial: PageTrial = { state, float, arrangement, attempt, sink };
        const rooms = arrangement.columns.map((taken) => frame.height - opening - arrangement.page - taken);
        if (!isTooCostly(problem, trial)) fill(problem, trial, rooms);
      }
    }
    if (attempt.found && !(leavesFloats && kind === attempts[0])) return;
  }
  if (!flow.continues) sink.offer(forcedPage(problem, state));
}

/** True if no page of a trial leads to the end below the limit of the search, and there are others. */
function isTooCostly(problem: Problem, trial: PageTrial): boolean {
  const { state, attempt, arrangement, sink } = trial;
  if (!attempt.found) return false;
  const cost = state.cost + arrangement.cost + costOfWaiting(problem, trial, state.row + 1);
  return cost >= sink.mostCost(state.row, state.note, state.float);
}

/** The row that no page beginning with a row can reach. */
function reachOf({ flow, heights, frame }: Problem, row: number): number {
  let low = row;
  let high = flow.rows.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // Twice, because columns drop the white at their heads.
    if (columnHeight(heights, row, middle) <= frame.height * frame.columns * 2) low = middle;
    else high = middle - 1;
  }
  return low;
}
