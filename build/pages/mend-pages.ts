import { solve } from './break-pages.ts';
import { costs } from './costs.ts';
import type { Flow, Frame, PagePlan } from './flow.ts';
import { problemOf } from './problem.ts';
import { spliced, windowOf } from './window.ts';
import { withLines } from './with-lines.ts';

/** True if a block can be set in `by` lines more (or, below 0, fewer). */
export type CanChange = (block: number, by: number) => boolean;

/** The cost of a changed paragraph, which is no longer set at its best. */
const costOfChange = 1;
/** Pages that cost less than this, without the cost that every page has, are good enough. */
const goodCost = 3.5;
/** At most this number of paragraphs is tried for a page, the longest first: they change most easily. */
const maxTried = 5;
/** The number of passes over all pages: a change may make another possible beside it. */
const maxRounds = 3;

/** A flow with the changes so far, and its pages. */
interface MendedFlow {
  flow: Flow;
  pages: readonly PagePlan[];
}

/**
 * Finds, for pages that could not be broken well, the paragraphs that should be a line longer or shorter: block → lines
 * more. A change is tried on the page with the one before it or after it, between breaks that stay, so that it spoils
 * nothing elsewhere. Pure.
 */
export function mendPages(
  flow: Flow,
  frame: Frame,
  pages: readonly PagePlan[],
  canChange: CanChange,
): Map<number, number> {
  const chosen = new Map<number, number>();
  const hopeless = new Set<string>();
  let mended: MendedFlow = { flow, pages };
  for (let round = 0; round < maxRounds; round++) {
    const before = chosen.size;
    for (let i = 0; i < mended.pages.length; i++) {
      if ((mended.pages[i] as PagePlan).cost - costs.page < goodCost) continue;
      for (const first of [i - 1, i]) {
        const last = Math.min(first + 1, mended.pages.length - 1);
        const key = keyOf(mended, Math.max(0, first), last);
        if (hopeless.has(key)) continue;
        const change = bestChange(
          mended,
          frame,
          Math.max(0, first),
          last,
          (block, by) => !chosen.has(block) && canChange(block, by),
        );
        if (change) {
          chosen.set(change.block, change.by);
          mended = change.mended;
          break;
        }
        hopeless.add(key);
      }
    }
    if (chosen.size === before) break;
  }
  return chosen;
}

/** A key of a range of pages: the lines and notes that it begins and ends with. */
function keyOf({ flow, pages }: MendedFlow, first: number, last: number): string {
  const from = flow.rows[pages[first]?.columns[0]?.from ?? 0];
  const to = flow.rows[(pages[last]?.columns.at(-1)?.to ?? 0) - 1];
  return [
    from?.block,
    from?.line,
    to?.block,
    to?.line,
    pages[first]?.notes[0]?.from,
    pages[last]?.notes.at(-1)?.to,
  ].join();
}

/** The change of a paragraph’s length that improves a range of pages most. */
function bestChange(
  { flow, pages }: MendedFlow,
  frame: Frame,
  first: number,
  last: number,
  canChange: CanChange,
): { block: number; by: number; mended: MendedFlow } | undefined {
  const window = windowOf(flow, pages, first, last);
  const problem = problemOf(window, frame);
  // Not the cost of the pages as they are: it includes floats that wait for a later page, which are not in the window.
  const before = costOf(solve(problem));
  const { noteAreas, arrangements } = problem;
  const found = blocksOf(window)
    .flatMap((block) => [1, -1].map((by) => ({ block, by })))
    .map((change) => {
      // Notes and floats are the same, and so are their areas and arrangements.
      const other = {
        ...problemOf(withLines(window, change.block, change.by, frame.grid), frame),
        noteAreas,
        arrangements,
      };
      return { ...change, plans: solve(other, before - costOfChange) };
    })
    .filter(({ plans }) => plans.length > 0)
    .sort((a, b) => costOf(a.plans) - costOf(b.plans))
    .find(({ block, by }) => canChange(block, by));
  if (!found) return undefined;
  const { block, by, plans } = found;
  return {
    block,
    by,
    mended: { flow: withLines(flow, block, by, frame.grid), pages: spliced(pages, first, last, plans, by) },
  };
}

function costOf(pages: readonly PagePlan[]): number {
  return pages.reduce((sum, { cost }) => sum + cost, 0);
}

/** The paragraphs that are wholly in a window and long enough to change, the longest first. */
function blocksOf({ rows }: Flow): number[] {
  const counts = new Map<number, number>();
  for (const { block } of rows) counts.set(block, (counts.get(block) ?? 0) + 1);
  const whole = new Map<number, number>();
  for (const { block, of, kind } of rows)
    if (kind === 'text' && of >= 4 && counts.get(block) === of) whole.set(block, of);
  return [...whole]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, maxTried)
    .map(([block]) => block);
}
