import { type BlockChange, type BlockVariant, variantOf } from '../lines/loosen.ts';
import type { LinesSet } from '../lines/set-lines.ts';
import type { PagePlan } from './flow.ts';
import type { Measured } from './in-page/held.ts';
import { mendPages } from './mend-pages.ts';

/**
 * Finds the paragraphs that should be set otherwise to improve their pages, by their numbers, and the flows that
 * contain them.
 */
export function findVariants(
  measured: Measured,
  plans: readonly PagePlan[][],
  { state }: LinesSet,
): { variants: Map<number, BlockVariant>; flows: number[] } {
  const variants = new Map<number, BlockVariant>();
  const flows: number[] = [];
  const known = new Map<string, BlockVariant | undefined>();
  measured.flows.forEach((flow, i) => {
    const numberOf = (block: number) => flow.blocks[block] ?? -1;
    const variant = (block: number, change: BlockChange) => {
      const key = `${numberOf(block)} ${change.by} ${change.undivided}`;
      if (!known.has(key)) known.set(key, variantOf(state, numberOf(block), change));
      return known.get(key);
    };
    const changes = mendPages(flow, flow.frame, plans[i] ?? [], (block, change) => {
      const { parts, looser } = variant(block, change) ?? {};
      return parts && { hyphens: parts.flatMap(({ lines }) => lines.map(({ added }) => added)), looser: looser ?? 0 };
    });
    if (changes.size > 0) flows.push(i);
    for (const [block, change] of changes) variants.set(numberOf(block), variant(block, change) as BlockVariant);
  });
  return { variants, flows };
}
