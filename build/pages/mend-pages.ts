import { breakPages, solve } from './break-pages.ts';
import { costs } from './costs.ts';
import type { Flow, Frame, PagePlan } from './flow.ts';
import { problemOf } from './problem.ts';
import { windowOf } from './window.ts';
import { withLines } from './with-lines.ts';

/** Whether a block can be set in so many lines more or fewer. */
export type CanBe = (block: number, by: number) => boolean;

/** What an odd length costs: a paragraph that is not set at its best. */
const oddLength = 1;
/** Pages that cost less than this, beyond what every page does, are good enough. */
const goodEnough = 3.5;
/** So many paragraphs are tried for a page; those with the most lines give way most easily. */
const mostTried = 5;
/** So often all pages are looked at again with what was chosen. */
const rounds = 4;

/**
 * For pages that could not be broken well: which paragraphs should be a line longer or shorter. It is tried on the page and the one before it or the one after,
 * between breaks that stay, so that what is mended here spoils nothing there; then all is broken anew, for what else has become possible. Pure.
 */
export function mendPages(flow: Flow, frame: Frame, pages: readonly PagePlan[], canBe: CanBe): Map<number, number> {
  const chosen = new Map<number, number>();
  let mended = flow;
  let plans = pages;
  for (let round = 0; round < rounds; round++) {
    const more = lookForChanges(mended, frame, plans, (block, by) => !chosen.has(block) && canBe(block, by));
    if (more.size === 0) break;
    const tried = [...more].reduce((sum, [block, by]) => withLines(sum, block, by, frame.grid), mended);
    const after = breakPages(tried, frame);
    if (costOf(after) + oddLength * more.size >= costOf(plans)) break;
    for (const [block, by] of more) chosen.set(block, by);
    mended = tried;
    plans = after;
  }
  return chosen;
}

function costOf(pages: readonly PagePlan[]): number {
  return pages.reduce((sum, { cost }) => sum + cost, 0);
}

interface Change {
  block: number;
  by: number;
  gain: number;
}

/** The best change for each page that is not good, of those that do not touch one another. */
function lookForChanges(flow: Flow, frame: Frame, pages: readonly PagePlan[], canBe: CanBe): Map<number, number> {
  const found = new Map<number, number>();
  let free = 0;
  for (let i = 0; i < pages.length; i++) {
    if ((pages[i] as PagePlan).cost - costs.page < goodEnough) continue;
    for (const [from, to] of [
      [i - 1, i],
      [i, i + 1],
    ] as const) {
      const first = Math.max(0, from);
      const last = Math.min(to, pages.length - 1);
      if (first < free || (first === last && to !== i)) continue;
      const change = bestChange(flow, frame, pages, first, last).find(({ block, by }) => canBe(block, by));
      if (!change) continue;
      found.set(change.block, change.by);
      free = last + 1;
      break;
    }
  }
  return found;
}

/** What would be gained on some pages by paragraphs of other lengths, the most first. */
function bestChange(flow: Flow, frame: Frame, pages: readonly PagePlan[], first: number, last: number): Change[] {
  const window = windowOf(flow, pages, first, last);
  const problem = problemOf(window, frame);
  // Not as the pages are: a float that waits costs something there, and does not stand in the window.
  const before = costOf(solve(problem));
  return blocksOf(window)
    .flatMap((block) => [1, -1].map((by) => ({ block, by })))
    .flatMap(({ block, by }) => {
      // Notes and floats are the same.
      const { areas, ways } = problem;
      const other = { ...problemOf(withLines(window, block, by, frame.grid), frame), areas, ways };
      const after = solve(other, before - oddLength);
      return after.length > 0 ? [{ block, by, gain: before - oddLength - costOf(after) }] : [];
    })
    .sort((a, b) => b.gain - a.gain);
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
