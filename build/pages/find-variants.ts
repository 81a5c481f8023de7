import { type BlockVariant, variantsOf } from '../lines/loosen.ts';
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
  const variantOf = variantsOf(state);
  measured.flows.forEach((flow, i) => {
    const numberOf = (block: number) => flow.blocks[block] ?? -1;
    const changes = mendPages(flow, flow.frame, plans[i] ?? [], (block, change) => {
      const variant = variantOf(numberOf(block), change);
      return (
        variant && {
          hyphens: variant.parts.flatMap(({ lines }) => lines.map(({ added }) => added)),
          looser: variant.looser,
        }
      );
    });
    if (changes.size > 0) flows.push(i);
    for (const [block, change] of changes)
      variants.set(numberOf(block), variantOf(numberOf(block), change) as BlockVariant);
  });
  return { variants, flows };
}
