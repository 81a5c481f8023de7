import type { Spot } from './change.ts';
import { isTable, type TextBlock, type Token } from './model.ts';

/**
 * The tokens before and after a block in its part, no more than `most` each: a cell, a heading or an item has often too
 * few of its own to tell it from others.
 */
export function neighbours(
  { part, block }: Pick<Spot, 'part' | 'block'>,
  most: number,
): { before: Token[]; after: Token[] } {
  const blocks = block.kind === 'note' ? part.notes : inOrder(part);
  // A block may have been given a name for a report.
  const at = blocks.findIndex(({ tokens }) => tokens === block.tokens);
  const before: Token[] = [];
  const after: Token[] = [];
  if (at < 0) return { before, after };
  for (let i = at - 1; i >= 0 && before.length < most; i--) before.unshift(...(blocks[i] as TextBlock).tokens);
  for (let i = at + 1; i < blocks.length && after.length < most; i++) after.push(...(blocks[i] as TextBlock).tokens);
  return { before: before.slice(-most), after: after.slice(0, most) };
}

/** The texts of a part in their order, those of cells behind the caption of their table. */
function inOrder(part: Spot['part']): TextBlock[] {
  const known = orders.get(part);
  if (known) return known;
  const blocks = part.blocks.flatMap((block) => (isTable(block) ? [block, ...block.rows.flat()] : [block]));
  orders.set(part, blocks);
  return blocks;
}

const orders = new WeakMap<Spot['part'], TextBlock[]>();
