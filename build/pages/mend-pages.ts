import { solve } from './break-pages.ts';
import { costs } from './costs.ts';
import type { Flow, Frame, PagePlan } from './flow.ts';
import { problemOf } from './problem.ts';
import { spliced, windowOf } from './window.ts';
import { withLines } from './with-lines.ts';

/** Whether a block can be set in so many lines more or fewer. */
export type CanBe = (block: number, by: number) => boolean;

/** What an odd length costs: a paragraph that is not set at its best. */
const oddLength = 1;
/** Pages that cost less than this, beyond what every page does, are good enough. */
const goodEnough = 3.5;
/** So many paragraphs are tried for a page; those with the most lines give way most easily. */
const mostTried = 5;
/** So often all pages are looked at again: what was mended may let its neighbours be. */
const rounds = 3;

/** A flow and its pages, so far. */
interface Mended {
  flow: Flow;
  pages: readonly PagePlan[];
}

/**
 * For pages that could not be broken well: which paragraphs should be a line longer or shorter. It is tried on the page and the one before it or the one after,
 * between breaks that stay, so that what is mended here spoils nothing there. Pure.
 */
export function mendPages(flow: Flow, frame: Frame, pages: readonly PagePlan[], canBe: CanBe): Map<number, number> {
  const chosen = new Map<number, number>();
  const hopeless = new Set<string>();
  let mended: Mended = { flow, pages };
  for (let round = 0; round < rounds; round++) {
    const before = chosen.size;
    for (let i = 0; i < mended.pages.length; i++) {
      if ((mended.pages[i] as PagePlan).cost - costs.page < goodEnough) continue;
      for (const first of [i - 1, i]) {
        const last = Math.min(first + 1, mended.pages.length - 1);
        const key = keyOf(mended, Math.max(0, first), last);
        if (hopeless.has(key)) continue;
        const change = bestChange(
          mended,
          frame,
          Math.max(0, first),
          last,
          (block, by) => !chosen.has(block) && canBe(block, by),
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

/** What tells some pages from others: the lines that they begin and end with, and the notes. */
function keyOf({ flow, pages }: Mended, first: number, last: number): string {
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

/** The change of a paragraph’s length by which most is gained on some pages. */
function bestChange(
  { flow, pages }: Mended,
  frame: Frame,
  first: number,
  last: number,
  canBe: CanBe,
): { block: number; by: number; mended: Mended } | undefined {
  const window = windowOf(flow, pages, first, last);
  const problem = problemOf(window, frame);
  // Not as the pages are: a float that waits costs something there, and does not stand in the window.
  const before = costOf(solve(problem));
  const { areas, ways } = problem;
  const found = blocksOf(window)
    .flatMap((block) => [1, -1].map((by) => ({ block, by })))
    .map((change) => {
      // Notes and floats are the same.
      const other = { ...problemOf(withLines(window, change.block, change.by, frame.grid), frame), areas, ways };
      return { ...change, plans: solve(other, before - oddLength) };
    })
    .filter(({ plans }) => plans.length > 0)
    .sort((a, b) => costOf(a.plans) - costOf(b.plans))
    .find(({ block, by }) => canBe(block, by));
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

/** The paragraphs that are whole in a window and have lines to give. */
function blocksOf({ rows }: Flow): number[] {
  const counts = new Map<number, number>();
  for (const { block } of rows) counts.set(block, (counts.get(block) ?? 0) + 1);
  const whole = new Map<number, number>();
  for (const { block, of, kind } of rows)
    if (kind === 'text' && of >= 4 && counts.get(block) === of) whole.set(block, of);
  return [...whole]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, mostTried)
    .map(([block]) => block);
}
