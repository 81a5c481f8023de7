import type { Page } from 'puppeteer';
import { flatten } from './flatten.ts';
import type { Block } from './galley.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { LineStyle } from './line-properties.ts';
import { weigh } from './make-paragraph.ts';
import { measure } from './measure.ts';
import type { Memory } from './memory.ts';
import { cutPieces, fitPieces } from './pieces.ts';
import { type Part, sizeOf } from './set-block.ts';
import { widthsOf } from './widths-wanted.ts';

/** A block on its way. */
export interface Draft {
  index: number;
  block: Block;
  style: LineStyle;
  /** Font size, in px. */
  size: number;
  parts: Part[];
}

/** A block that was set; `at` is where it is in the record. */
export interface SetDraft extends Draft {
  at: number;
}

/** A block cut into words; nothing where its lines are left to the browser. */
export function draftOf(
  { lexicon, styles }: Memory,
  block: Block,
  index: number,
  style: LineStyle | undefined,
  hyphenate: Hyphenate,
): Draft[] {
  if (!style) return [];
  const cutting = { lexicon, hyphenate, line: style };
  const parts = block.parts.map((part) => {
    const flat = flatten(part);
    return { flat, pieces: cutPieces(flat, cutting) };
  });
  return [{ index, block, style, size: sizeOf(block, styles), parts }];
}

/** Measures what is new in the lexicon. Returns how many widths that were. */
export async function weighFresh(page: Page, { lexicon, styles, rulers }: Memory): Promise<number> {
  const { fresh } = lexicon;
  lexicon.fresh = [];
  const measured = await measure(page, styles, rulers, widthsOf(fresh));
  weigh(fresh, styles, (style, text, offset) => rulers[style]?.get(text)?.get(offset) ?? 0);
  return measured;
}

/** Breaks the words of a block, now that they are measured, that are wider than its lines. Few blocks have any. */
export function fitDraft({ block, style, parts }: Draft, { lexicon }: Memory, hyphenate: Hyphenate): void {
  const cutting = { lexicon, hyphenate, line: style };
  for (const part of parts) part.pieces = fitPieces(part.pieces, block.measure - Math.max(0, block.indent), cutting);
}
