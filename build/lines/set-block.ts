import { balanceLines } from './breaking/balance-lines.ts';
import { breakLines } from './breaking/break-lines.ts';
import type { Line, Setting } from './breaking/line.ts';
import type { Flat } from './flatten.ts';
import type { Block, RunStyle } from './galley.ts';
import type { Piece } from './lexicon.ts';
import type { LineStyle } from './line-properties.ts';
import { makeParagraph } from './make-paragraph.ts';

/** What stands between two line breaks that a block has itself, cut into pieces. */
export interface Part {
  flat: Flat;
  pieces: readonly Piece[];
}

/** A part with its lines chosen. */
export interface SetPart {
  flat: Flat;
  lines: Line[];
  /** Whether its lines could not be weighed against one another. */
  hurried?: boolean;
}

/** Room for a paragraph, for all of them: there are thousands, one after the other. */
let room: Float64Array = new Float64Array(8192);

/** Breaks each part of a block into lines. `size` is the block’s font size in px. */
export function setBlock(
  block: Block,
  parts: readonly Part[],
  style: LineStyle,
  size: number,
  looseness = 0,
): SetPart[] {
  return parts.map(({ flat, pieces }, index) => {
    const indent = index === 0 ? block.indent : 0;
    const setting: Setting = {
      measures: indent === 0 ? [block.measure] : [block.measure - indent, block.measure],
      spaceStretch: style['space-stretch'],
      spaceShrink: style['space-shrink'],
      letterStretch: style['letter-stretch'],
      letterShrink: style['letter-shrink'],
      ...(block.justified ? {} : { rag: style.rag * size }),
      tolerance: style['line-tolerance'],
      ladder: style['hyphen-ladder'],
      stack: style['hyphen-stack'],
      lastHyphen: style['hyphen-last'],
      contrast: style['line-contrast'],
      lastLine: style['last-line'] * size,
      shortLast: style['last-line-cost'],
    };
    const paragraph = makeParagraph(pieces, flat, indent > 0, room);
    room = paragraph.at;
    const { lines, hurried = false } = block.balanced
      ? balanceLines(paragraph, setting)
      : breakLines(paragraph, setting, looseness);
    return hurried ? { flat, lines, hurried } : { flat, lines };
  });
}

/** Font size of the text that a block begins with, in px. */
export function sizeOf(block: Block, styles: readonly RunStyle[]): number {
  for (const part of block.parts)
    for (const inline of part) if (inline.kind === 'run') return styles[inline.style]?.size ?? 0;
  return 0;
}
