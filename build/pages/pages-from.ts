import { heightOf } from './column.ts';
import { forcedPage } from './forced-page.ts';
import { pagesWithNotesAcross } from './notes-across.ts';
import { pagesWithNotesInColumns } from './notes-in-columns.ts';
import { isHurried, type Problem, waysOf } from './problem.ts';
import type { Draft, State, Taker, Try } from './state.ts';

/** What is tried first, and if nothing comes of it, next. */
const tries: readonly Try[] = [
  { slack: 3, lawful: true },
  { slack: Number.POSITIVE_INFINITY, lawful: true },
  { slack: Number.POSITIVE_INFINITY, lawful: false },
];

/** Tells of every page worth trying that begins at a place. */
export function pagesFrom(problem: Problem, state: State, taker: Taker): void {
  const { flow, frame } = problem;
  const fill = frame.notesAt === 'page' ? pagesWithNotesAcross : pagesWithNotesInColumns;
  const reach = flow.floats.length > 0 ? reachOf(problem, state.row) : 0;
  const opening = state.before ? 0 : flow.opening;
  // Near the end, columns that are far from full may be better than a figure alone on the page after it.
  const leavesFloats = state.float < flow.floats.length && reach >= flow.rows.length && !flow.continues;
  // A window on pages that were broken before needs no way at any cost: where there is no good one, it stays as it was.
  for (const attempt of flow.continues ? tries.slice(0, 1) : tries) {
    // Not even the nearest way was found in as many steps again.
    if (problem.work.steps > problem.work.most * 2) break;
    let any = false;
    for (let float = state.float; float <= flow.floats.length; float++) {
      if (float > state.float && (flow.floats[float - 1]?.anchor ?? 0) >= reach) break;
      const ways = waysOf(problem, state.float, float);
      if (ways.length === 0) break;
      for (const way of isHurried(problem) ? ways.slice(0, 1) : ways) {
        const draft: Draft = { state, float, way, attempt, taker };
        const rooms = way.columns.map((taken) => frame.height - opening - way.page - taken);
        if (fill(problem, draft, rooms)) any = true;
      }
    }
    if (any && !(leavesFloats && attempt === tries[0])) return;
  }
  if (!flow.continues) taker.take(forcedPage(problem, state));
}

/** The row that no page comes to that begins with a row. */
function reachOf({ flow, all, frame }: Problem, row: number): number {
  let low = row;
  let high = flow.rows.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // Twice, for columns drop the white at their heads.
    if (heightOf(all, row, middle) <= frame.height * frame.columns * 2) low = middle;
    else high = middle - 1;
  }
  return low;
}
