import { balanceLines } from './breaking/balance-lines.ts';
import { type BrokenParagraph, breakLines } from './breaking/break-lines.ts';
import type { ParagraphSetting } from './breaking/line.ts';
import type { Block, RunStyle } from './collected.ts';
import type { Flat } from './flatten.ts';
import type { LineStyle } from './line-style.ts';
import { makeParagraph } from './make-paragraph.ts';
import type { Piece } from './word-cache.ts';

/** The content of a block between two of its own line breaks (`<br>`), cut into pieces. Most blocks have one part. */
export interface BlockPart {
  flat: Flat;
  pieces: readonly Piece[];
}

/** A part that was broken into lines. */
export interface SetPart extends BrokenParagraph {
  flat: Flat;
}

/** The table of the current paragraph, reused for the next: there are thousands, one after the other. */
let table: Float64Array = new Float64Array(8192);

/**
 * Breaks each part of a block into lines. `size` is the block’s font size in px; what `looseness` and `undivided` ask
 * for, {@link breakLines} says. `bests` are the parts at their best, if they were set before.
 */
export function setBlock(
  block: Block,
  parts: readonly BlockPart[],
  style: LineStyle,
  size: number,
  looseness = 0,
  undivided = -1,
  bests: readonly SetPart[] = [],
): SetPart[] {
  return parts.map(({ flat, pieces }, index) => {
    const indent = index === 0 ? block.indent : 0;
    const setting: ParagraphSetting = {
      measures: Float64Array.from(indent === 0 ? [block.measure] : [block.measure - indent, block.measure]),
      spaceWidth: style['space-width'] || 1,
      spaceStretch: style['space-stretch'],
      spaceShrink: style['space-shrink'],
      letterStretch: style['letter-stretch'],
      letterShrink: style['letter-shrink'],
      letterLead: Math.max(1, style['letter-lead']),
      rag: block.justified ? undefined : style.rag * size,
      shortRatio: style['line-short'],
      shortUnit: (style.rag * size) / 2,
      tolerance: style['line-tolerance'],
      ladder: style['hyphen-ladder'],
      stack: style['hyphen-stack'],
      overStack: style['hyphen-stack-cost'],
      lastHyphen: style['hyphen-last'],
      contrast: style['line-contrast'],
      lastLine: style['last-line'] * size,
      shortLast: style['last-line-cost'],
      // A line more that is a mere word is none.
      leastLast: style[looseness > 0 ? 'last-line' : 'last-line-least'] * size,
      wholeLast: block.wholeLast === true,
      stubLast: style['last-stub-cost'],
    };
    const paragraph = makeParagraph(pieces, flat, indent > 0, table);
    table = paragraph.at;
    if (block.balanced) return { flat, ...balanceLines(paragraph, setting) };
    return { flat, ...breakLines(paragraph, setting, looseness, undivided, stillBest(bests[index], setting)) };
  });
}

/** A part at its best, if it is the best of a setting that may want a longer last line, too. */
function stillBest(best: SetPart | undefined, { leastLast }: ParagraphSetting): SetPart | undefined {
  const last = best?.lines.at(-1);
  return !last || best?.lines.length === 1 || last.natural >= leastLast ? best : undefined;
}

/** The font size in px of the text that a block begins with; 0 for a block without text. */
export function fontSizeOf(block: Block, styles: readonly RunStyle[]): number {
  for (const part of block.parts)
    for (const inline of part) if (inline.kind === 'run') return styles[inline.style]?.size ?? 0;
  return 0;
}
