import { balanceLines } from './balance-lines.ts';
import { breakLines } from './break-lines.ts';
import type { Flat } from './flatten.ts';
import type { Block, RunStyle } from './galley.ts';
import type { Line, Setting } from './items.ts';
import type { LineStyle } from './line-properties.ts';
import type { Itemised } from './make-items.ts';

/** A part of a block with its lines chosen. */
export interface SetPart extends Itemised {
  flat: Flat;
  lines: Line[];
}

/** Breaks each part of a block into lines. `size` is the block’s font size in px. */
export function setBlock(
  block: Block,
  parts: readonly (Itemised & { flat: Flat })[],
  style: LineStyle,
  size: number,
  looseness = 0,
): SetPart[] {
  return parts.map((part, index) => {
    const indent = index === 0 ? block.indent : 0;
    const setting: Setting = {
      measures: indent === 0 ? [block.measure] : [block.measure - indent, block.measure],
      ...(block.justified ? {} : { rag: style.rag * size }),
      tolerance: style['line-tolerance'],
      ladder: style['hyphen-ladder'],
      stack: style['hyphen-stack'],
      lastHyphen: style['hyphen-last'],
      contrast: style['line-contrast'],
      lastLine: style['last-line'] * size,
      shortLast: style['last-line-cost'],
    };
    const items = withoutHang(part.items, indent);
    const { lines } = block.balanced ? balanceLines(items, setting) : breakLines(items, setting, looseness);
    return { ...part, items, lines };
  });
}

/** The first sign of an indented line has no edge to hang over. */
function withoutHang(items: Itemised['items'], indent: number): Itemised['items'] {
  const first = items[0];
  return indent > 0 && first?.kind === 'box' ? [{ ...first, hangStart: 0 }, ...items.slice(1)] : items;
}

/** Font size of the text that a block begins with, in px. */
export function sizeOf(block: Block, styles: readonly RunStyle[]): number {
  for (const part of block.parts)
    for (const inline of part) if (inline.kind === 'run') return styles[inline.style]?.size ?? 0;
  return 0;
}
