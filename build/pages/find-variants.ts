import { type BlockVariant, variantsOf } from '../lines/loosen.ts';
import type { LinesSet } from '../lines/set-lines.ts';
import type { PagePlan } from './flow.ts';
import type { Measured } from './in-page/held.ts';
import { mendPages } from './mend-pages.ts';

/** The paragraphs that are set otherwise to improve their pages, by their numbers. */
export interface Variants {
  variants: Map<number, BlockVariant>;
  /** The flows that contain them, and what the pages of each then probably cost. */
  flows: number[];
  costs: number[];
}

/** Finds the paragraphs that should be set otherwise to improve their pages. */
export function findVariants(measured: Measured, plans: readonly PagePlan[][], { state }: LinesSet): Variants {
  const found: Variants = { variants: new Map(), flows: [], costs: [] };
  const variantOf = variantsOf(state);
  measured.flows.forEach((flow, i) => {
    const numberOf = (block: number) => flow.blocks[block] ?? -1;
    const { changes, cost } = mendPages(flow, flow.frame, plans[i] ?? [], (block, change) => {
      const variant = variantOf(numberOf(block), change);
      return (
        variant && {
          hyphens: variant.parts.flatMap(({ lines }) => lines.map(({ added }) => added)),
          looser: variant.looser,
        }
      );
    });
    if (changes.size === 0) return;
    found.flows.push(i);
    found.costs.push(cost);
    for (const [block, change] of changes)
      found.variants.set(numberOf(block), variantOf(numberOf(block), change) as BlockVariant);
  });
  return found;
}
