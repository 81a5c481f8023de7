import type { Page } from 'puppeteer';
import type { Pin } from './galley.ts';
import { checkPins, pinLines, unpinBlocks } from './pin.ts';
import { planPin } from './plan-pin.ts';
import { recordOf, strainedLines } from './record.ts';
import { type SetPart, setBlock } from './set-block.ts';
import type { LinesSet, SetLines } from './set-lines.ts';

/** A block in one line more than the best, or one fewer. */
export interface Variant {
  /** 1 or -1. */
  by: number;
  parts: SetPart[];
}

/**
 * The ways to set a block in one line more or fewer, of which no line is stretched beyond the style's tolerance or too long. `block` is the number in its element’s
 * data-block.
 */
export function variantsOf({ blocks }: SetLines, block: number): Variant[] {
  const known = blocks.get(block);
  if (!known || known.block.balanced) return [];
  const { style, size, parts } = known;
  const lines = countLines(setBlock(known.block, parts, style, size));
  const most = style['line-tolerance'];
  return [1, -1].flatMap((by) => {
    const other = setBlock(known.block, parts, style, size, by);
    const fine = other.every((part) =>
      part.lines.every(({ ratio }, i) => ratio >= -1 && (ratio <= most || i === part.lines.length - 1)),
    );
    return fine && countLines(other) === lines + by ? [{ by, parts: other }] : [];
  });
}

/** Sets blocks anew in their variants, and pins them. What was recorded of them is brought up to date. */
export async function setVariants(page: Page, lines: LinesSet, wanted: ReadonlyMap<number, Variant>): Promise<void> {
  const { blocks, memory, held } = lines.state;
  const pins: Pin[] = [];
  for (const [index, { parts }] of wanted) {
    const known = blocks.get(index);
    if (!known) continue;
    const { block, style, size } = known;
    lines.record[known.at] = recordOf(block, parts);
    lines.strained = [
      ...lines.strained.filter(({ block: one }) => one !== index),
      ...strainedLines(block, parts, style, size).map((line) => ({ ...line, block: index })),
    ];
    const pin = planPin(index, block, parts, memory.styles, style, size);
    if (pin) pins.push(pin);
  }
  const numbers = [...wanted.keys()];
  const [, , failed] = await Promise.all([
    unpinBlocks(page, held, numbers),
    pinLines(page, held, pins),
    checkPins(page, held),
  ]);
  lines.failed.push(...failed);
}

function countLines(parts: readonly SetPart[]): number {
  return parts.reduce((sum, { lines }) => sum + lines.length, 0);
}
