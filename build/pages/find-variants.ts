import { type BlockVariant, variantsOf } from '../lines/loosen.ts';
import type { LinesSet } from '../lines/set-lines.ts';
import type { PagePlan } from './flow.ts';
import type { Measured } from './in-page/held.ts';
import { mendPages } from './mend-pages.ts';

/**
 * Finds the paragraphs that should be a line longer or shorter to improve their pages, by their numbers, and the flows
 * that contain them.
 */
export function findVariants(
  measured: Measured,
  plans: readonly PagePlan[][],
  { state }: LinesSet,
): { variants: Map<number, BlockVariant>; flows: number[] } {
  const variants = new Map<number, BlockVariant>();
  const flows: number[] = [];
  const known = new Map<number, BlockVariant[]>();
  measured.flows.forEach((flow, i) => {
    const numberOf = (block: number) => flow.blocks[block] ?? -1;
    const variantOf = (block: number, by: number) => {
      const number = numberOf(block);
      const ways = known.get(number) ?? variantsOf(state, number);
      known.set(number, ways);
      return ways.find((one) => one.by === by);
    };
    const changes = mendPages(flow, flow.frame, plans[i] ?? [], (block, by) => variantOf(block, by) !== undefined);
    if (changes.size > 0) flows.push(i);
    for (const [block, by] of changes) variants.set(numberOf(block), variantOf(block, by) as BlockVariant);
  });
  return { variants, flows };
}
