import type { ComparedBlock, ComparedPart } from '../model.ts';
import type { BlockMatches } from './match-blocks.ts';

/**
 * Blocks that were parted or joined, each as one text with a new line between: so that this is the only change. By the
 * first of them.
 */
export function joinDividedBlocks(
  { goesOn }: BlockMatches,
  partOf: Map<ComparedBlock, ComparedPart>,
): Map<ComparedBlock, ComparedBlock> {
  const joined = new Map<ComparedBlock, ComparedBlock>();
  for (const [head, next] of goesOn) {
    const [first, ...others] = next.tokens;
    const whole: ComparedBlock = {
      ...head,
      tokens: [...head.tokens, ...(first ? [{ ...first, space: '\n' }] : []), ...others],
      calls: [...head.calls, ...next.calls.map((call) => ({ ...call, after: call.after + head.tokens.length }))],
    };
    joined.set(head, whole);
    const part = partOf.get(head);
    if (part) partOf.set(whole, part);
  }
  return joined;
}
