import type { Page } from 'puppeteer';
import type { Pin } from './collected.ts';
import type { LineStyle } from './line-style.ts';
import { call } from './page-functions.ts';
import { planPin } from './plan-pin.ts';
import { recordOf, strainedLines } from './record.ts';
import { type SetPart, setBlock } from './set-block.ts';
import type { LineState, LinesSet } from './set-lines.ts';

/** A change of how a block is set: by a line more than the best, or one fewer, or with a line that ends otherwise. */
export interface BlockChange {
  /** 1 or -1 line, or 0. */
  by: number;
  /** The line that should not end in a hyphen, by its index; -1 for none. */
  undivided: number;
}

/** A block that is set otherwise than at its best. */
export interface BlockVariant {
  parts: SetPart[];
  /** The badness of its lines beyond that of the best: for each line the cube of what it is stretched. */
  looser: number;
}

/**
 * A function that sets a block as a change asks, with every line within the tolerance, and with a last line that is not
 * too short unless the best setting has such a line too; it returns undefined if there is no such way. `block` is the
 * number in its element’s `data-block`. What was set once is kept.
 */
export function variantsOf(state: LineState): (block: number, change: BlockChange) => BlockVariant | undefined {
  const known = new Map<string, BlockVariant | undefined>();
  return (block, change) => {
    const key = `${block} ${change.by} ${change.undivided}`;
    if (!known.has(key)) known.set(key, variantOf(state, block, change));
    return known.get(key);
  };
}

function variantOf({ blocks }: LineState, block: number, { by, undivided }: BlockChange): BlockVariant | undefined {
  const known = blocks.get(block);
  if (!known || known.block.balanced || (undivided >= 0 && known.parts.length !== 1)) return undefined;
  const { style, size, parts, best } = known;
  const most = style['line-tolerance'];
  const other = setBlock(known.block, parts, style, size, by, undivided, best);
  const fine = other.every(
    (part, p) =>
      part.lines.every(({ ratio }, i) => ratio >= -1 && (ratio <= most || i === part.lines.length - 1)) &&
      (!endsShort(part, style, size) || endsShort(best[p], style, size)),
  );
  const ends = undivided < 0 || other[0]?.lines[undivided]?.hyphen === false;
  return fine && ends && countLines(other) === countLines(best) + by
    ? { parts: other, looser: Math.max(0, badnessOf(other) - badnessOf(best)) }
    : undefined;
}

function badnessOf(parts: readonly SetPart[]): number {
  return parts.reduce((sum, { lines }) => sum + lines.reduce((all, { ratio }) => all + Math.abs(ratio) ** 3, 0), 0);
}

/** Sets blocks again in their variants, pins their new lines, and updates what was recorded of them. */
export async function setVariants(
  page: Page,
  lines: LinesSet,
  wanted: ReadonlyMap<number, BlockVariant>,
): Promise<void> {
  const { blocks, cache, held } = lines.state;
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
    const pin = planPin(known, parts, cache.styles);
    if (pin) pins.push(pin);
  }
  const numbers = [...wanted.keys()];
  const [, , failed] = await Promise.all([
    call(page, 'unpinBlocks', held, numbers),
    call(page, 'pinBlocks', held, pins),
    call(page, 'checkBlocks', held),
  ]);
  lines.failed.push(...failed);
}

/** True if a part ends in a line that is shorter than the style wants. */
function endsShort(part: SetPart | undefined, style: LineStyle, size: number): boolean {
  const last = part?.lines.at(-1);
  const before = part?.lines.at(-2);
  return !!last && !!before && last.natural < style['last-line'] * size * (before.hyphen ? 2 : 1);
}

function countLines(parts: readonly SetPart[]): number {
  return parts.reduce((sum, { lines }) => sum + lines.length, 0);
}
