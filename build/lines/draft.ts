import type { Page } from 'puppeteer';
import type { Block } from './collected.ts';
import { flatten } from './flatten.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { LineStyle } from './line-style.ts';
import { addBoxes } from './make-paragraph.ts';
import { measure } from './measure.ts';
import type { MeasureCache } from './measure-cache.ts';
import { cutPieces, fitPieces } from './pieces.ts';
import { type BlockPart, fontSizeOf, type SetPart } from './set-block.ts';
import { widthsOf } from './widths-wanted.ts';

/** A block whose words are known, but not yet its lines. */
export interface BlockDraft {
  index: number;
  block: Block;
  style: LineStyle;
  /** Font size, in px. */
  size: number;
  parts: BlockPart[];
}

/** A block whose lines are set: its lines at their best, and its index in the record. */
export interface SetBlockDraft extends BlockDraft {
  best: SetPart[];
  at: number;
}

/** Cuts a block into words. Empty if the stylesheet leaves its lines to the browser. */
export function draftOf(
  { words, styles }: MeasureCache,
  block: Block,
  index: number,
  style: LineStyle | undefined,
  hyphenate: Hyphenate,
): BlockDraft[] {
  if (!style) return [];
  const cutting = { cache: words, hyphenate, line: style };
  const parts = block.parts.map((part) => {
    const flat = flatten(part);
    return { flat, pieces: cutPieces(flat, cutting) };
  });
  return [{ index, block, style, size: fontSizeOf(block, styles), parts }];
}

/** Measures the new words and spaces of a cache. Returns the number of widths that the browser measured. */
export async function measureNew(page: Page, { words, styles, widths }: MeasureCache): Promise<number> {
  const { unmeasured } = words;
  words.unmeasured = [];
  const measured = await measure(page, styles, widths, widthsOf(unmeasured));
  addBoxes(unmeasured, styles, (style, text, offset) => widths[style]?.get(text)?.get(offset) ?? 0);
  return measured;
}

/**
 * Allows further breaks, once words are measured, in those of a block that are wider than its lines. Few blocks have
 * any.
 */
export function fitDraft({ block, style, parts }: BlockDraft, { words }: MeasureCache, hyphenate: Hyphenate): void {
  const cutting = { cache: words, hyphenate, line: style };
  for (const part of parts) part.pieces = fitPieces(part.pieces, block.measure - Math.max(0, block.indent), cutting);
}
