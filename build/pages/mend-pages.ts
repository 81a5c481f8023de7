import type { BlockChange } from '../lines/loosen.ts';
import { rounding, solve } from './break-pages.ts';
import { costs } from './costs.ts';
import type { Flow, Frame, PagePlan } from './flow.ts';
import { problemOf } from './problem.ts';
import { spliced, windowOf } from './window.ts';
import { withChange, withRowsMoved } from './with-change.ts';

/** A block that is changed: its lines that end in hyphens, and how much {@link BlockVariant.looser} they are. */
export interface TriedChange {
  hyphens: readonly boolean[];
  looser: number;
}

/** Tries a change of a block; undefined if it cannot be set so. */
export type TryChange = (block: number, change: BlockChange) => TriedChange | undefined;

/** Pages that cost less than this, without the cost that every page has, are good enough. */
const goodCost = 4.5;
/** At most this number of paragraphs is tried for a page, the longest first: they change most easily. */
const maxTried = 8;
/** At most this number of pairs of paragraphs is tried for a page, first those that become least loose by it. */
const maxPairs = 24;
/** The number of passes over all pages: a change may make another possible beside it. */
const maxRounds = 3;

/** The changes that mend the pages of a flow, by block, and what the pages then cost, as far as is known. */
export interface Mending {
  changes: Map<number, BlockChange>;
  cost: number;
}

/** A flow with the changes so far, and its pages. */
interface MendedFlow {
  flow: Flow;
  pages: readonly PagePlan[];
}

/**
 * Finds, for pages that could not be broken well, the paragraphs that should be a line longer or shorter, or end a line
 * without a hyphen. A change is tried on the page with the one before it, after it, or both, between
 * breaks that stay, so that it spoils nothing elsewhere. Pure.
 */
export function mendPages(flow: Flow, frame: Frame, pages: readonly PagePlan[], tryChange: TryChange): Mending {
  const chosen = new Map<number, BlockChange>();
  const hopeless = new Set<string>();
  let mended: MendedFlow = { flow, pages };
  for (let round = 0; round < maxRounds; round++) {
    const before = chosen.size;
    for (let i = 0; i < mended.pages.length; i++) {
      if ((mended.pages[i] as PagePlan).cost - costs.page < goodCost) continue;
      for (const [from, to] of [
        [i - 1, i],
        [i, i + 1],
        [i - 1, i + 1],
      ] as const) {
        const first = Math.max(0, from);
        const last = Math.min(to, mended.pages.length - 1);
        const key = keyOf(mended, first, last);
        if (hopeless.has(key)) continue;
        const found = bestChange(mended, frame, first, last, (block, change) =>
          chosen.has(block) ? undefined : tryChange(block, change),
        );
        if (found) {
          for (const { block, change } of found.changes) chosen.set(block, change);
          mended = found.mended;
          break;
        }
        hopeless.add(key);
      }
    }
    if (chosen.size === before) break;
  }
  return { changes: chosen, cost: costOf(mended.pages) };
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

/** The change of a paragraph that improves a range of pages most; if there is none, the changes of two. */
function bestChange(
  { flow, pages }: MendedFlow,
  frame: Frame,
  first: number,
  last: number,
  tryChange: TryChange,
): { changes: ChangedBlock[]; mended: MendedFlow } | undefined {
  const window = windowOf(flow, pages, first, last);
  const problem = problemOf(window, frame);
  // Not the cost of the pages as they are, if there is a good way: it includes floats that wait for a later page, which
  // are not in the window.
  const known = pages.slice(first, last + 1);
  const within = solve(problem, costOf(known) + rounding);
  const good = within.length > 0 ? within : solve(problem);
  const asItIs = good.length > 0 ? good : known;
  const possible = changesOf(window, good).flatMap(({ block, change }): ChangedBlock[] => {
    const tried = tryChange(block, change);
    return tried ? [{ block, change, ...tried }] : [];
  });
  const best = (all: readonly ChangedBlock[][]) => {
    let limit = costOf(asItIs);
    let found: { changes: ChangedBlock[]; plans: PagePlan[] } | undefined;
    for (const changes of all) {
      const other = problemOf(changed(window, changes, frame), frame, problem);
      const cost = changes.reduce((sum, { looser }) => sum + costs.change + costs.changeLooser * looser, 0);
      const plans = solve(other, limit - cost);
      if (plans.length === 0) continue;
      limit = costOf(plans) + cost;
      found = { changes, plans };
    }
    return found;
  };
  const found = best(possible.map((one) => [one])) ?? best(pairsOf(possible));
  if (!found) return undefined;
  const { changes, plans } = found;
  const by = changes.reduce((sum, { change }) => sum + change.by, 0);
  return {
    changes,
    mended: { flow: withRowsMoved(changed(flow, changes, frame)), pages: spliced(pages, first, last, plans, by) },
  };
}

/** A change of one block, as it was tried. */
interface ChangedBlock extends TriedChange {
  block: number;
  change: BlockChange;
}

/** A copy of a flow with changes. */
function changed(flow: Flow, changes: readonly ChangedBlock[], { grid }: Frame): Flow {
  return changes.reduce(
    (sum, { block, change, hyphens }) => withChange(sum, block, { by: change.by, hyphens }, grid),
    flow,
  );
}

/** Changes of two paragraphs, by a line each: columns side by side need a line more each. */
function pairsOf(changes: readonly ChangedBlock[]): ChangedBlock[][] {
  const lengths = changes.filter(({ change }) => change.by !== 0);
  const looserOf = (pair: readonly ChangedBlock[]) => pair.reduce((sum, { looser }) => sum + looser, 0);
  return lengths
    .flatMap((one, i) => lengths.slice(i + 1).flatMap((other) => (one.block === other.block ? [] : [[one, other]])))
    .sort((a, b) => looserOf(a) - looserOf(b))
    .slice(0, maxPairs);
}

/** The changes to be tried in a window: lines more and fewer, and no hyphens at the feet of columns. */
function changesOf(window: Flow, pages: readonly PagePlan[]): Pick<ChangedBlock, 'block' | 'change'>[] {
  const lengths = blocksOf(window).flatMap((block) => [1, -1].map((by) => ({ block, change: { by, undivided: -1 } })));
  const feet = pages.flatMap(({ columns }) =>
    columns.flatMap(({ from, to }) => {
      const row = window.rows[to - 1];
      return to > from && row?.hyphen ? [{ block: row.block, change: { by: 0, undivided: row.line } }] : [];
    }),
  );
  return [...lengths, ...feet];
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
