import { markedContentId, type Operation } from '../../pdf-reading/content/content-stream.ts';
import { actualTextOf, withActualText } from '../actual-text.ts';
import type { BaseLine, Extent } from './extents.ts';
import type { SpecialTag } from './plan.ts';
import type { SizedFont, SpaceWriter } from './spaces.ts';

/** A run of text in a stream’s output. */
export interface WrittenText {
  /** The block around it, and the place of its piece in the order of reading. */
  block: number;
  order: number;
  /** The index of its operation in the stream’s output. */
  at: number;
  run: Operation;
  font: SizedFont;
  /** The line of its text object: raised glyphs are in it, too, however far they are raised. */
  base: BaseLine;
  extent: Extent;
  special: SpecialTag | undefined;
}

/**
 * Finds the texts of a page that need a space behind them, because the browser left it out when it broke the line:
 * readers separate words by spaces, not by positions (ISO 32000-1, 14.8.2.5). An added hyphen gets none, nor does a
 * line that continues in the next without a space; the last lines of blocks that continue elsewhere get one. `texts`
 * are in the order of reading within their blocks.
 */
export function textsBeforeSpaces(texts: Iterable<WrittenText>, goesOn: (block: number) => boolean): Set<WrittenText> {
  const ends = new Set<WrittenText>();
  const last = new Map<number, WrittenText>();
  const add = (text: WrittenText) => {
    if (text.special === undefined) ends.add(text);
  };
  for (const text of texts) {
    const before = last.get(text.block);
    if (before && isBelow(before, text)) add(before);
    last.set(text.block, text);
  }
  for (const [block, text] of last) if (goesOn(block)) add(text);
  return ends;
}

/**
 * Adds a space behind some texts of a stream’s output; where an `ActualText` replaces the glyphs, the space goes into
 * that.
 */
export function withSpaces(
  output: readonly Operation[],
  texts: Iterable<WrittenText>,
  spaceOf: SpaceWriter,
): Operation[] {
  const written = [...output];
  const behind = new Map<number, Operation[]>();
  for (const { at, font } of texts) {
    const start = actualTextAround(output, at);
    if (start === undefined) behind.set(at, spaceOf(font));
    else written[start] = withActualText(written[start] as Operation, (text) => `${text} `);
  }
  return written.flatMap((operation, at) => [operation, ...(behind.get(at) ?? [])]);
}

/**
 * The index of the outermost mark around a text whose `ActualText` replaces its glyphs, within the piece of its tag;
 * undefined where there is none. Readers of that text see nothing else inside the mark.
 */
function actualTextAround(output: readonly Operation[], at: number): number | undefined {
  let start: number | undefined;
  let inside = 0;
  for (let i = at; i >= 0; i--) {
    const operation = output[i] as Operation;
    const { operator } = operation;
    if (operator === 'EMC') inside++;
    if (operator !== 'BDC' && operator !== 'BMC') continue;
    if (inside > 0) inside--;
    else if (markedContentId(operation) !== undefined) break;
    else if (actualTextOf(operation) !== undefined) start = i;
  }
  return start;
}

/** True if a text is in another line than the one before it: lower, and not just behind raised glyphs. */
function isBelow(before: WrittenText, here: WrittenText): boolean {
  const height = Math.max(before.base.height, here.base.height);
  const away = Math.abs(before.base.y - here.base.y);
  if (away <= 0.4 * height) return false;
  return away > 0.9 * height || here.extent[0] < endOf(before);
}

/** The approximate beginning of a text’s last glyph. */
function endOf({ extent, base, run }: WrittenText): number {
  return extent[0] + (run.advance ?? 0) * base.scale;
}
