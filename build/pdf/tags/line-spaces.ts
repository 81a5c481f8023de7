import { markedContentId, type Operation } from '../../pdf-reading/content/content-stream.ts';
import { actualTextOf, withActualText } from '../actual-text.ts';
import type { BaseLine, Extent } from './extents.ts';
import type { SpecialTag } from './plan.ts';
import type { FontAt, SpaceOf } from './spaces.ts';

/** A run of text that is written. */
export interface WrittenText {
  /** The block that it stands in, and the place of its piece in the order of reading. */
  block: number;
  order: number;
  /** Which operation of its stream’s output it is. */
  at: number;
  run: Operation;
  font: FontAt;
  /** Where the line of its text object stands: glyphs that are raised above that, however far, are in it. */
  base: BaseLine;
  extent: Extent;
  special: SpecialTag | undefined;
}

/**
 * Finds the texts of a page at whose ends a space is to be put, where the browser left it out as it broke the line: words are told apart by their spaces, not by where they stand (ISO
 * 32000-1, 14.8.2.5). There is none after an added hyphen, and where a line goes on in the next; there is one behind the last lines of blocks that go on elsewhere. `texts` are in the order
 * in which they are read within their blocks.
 */
export function lineEnds(texts: Iterable<WrittenText>, goesOn: (block: number) => boolean): Set<WrittenText> {
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

/** A stream’s output, with a space behind some of its texts; of what is said to be other words, behind these. */
export function withSpaces(output: readonly Operation[], texts: Iterable<WrittenText>, spaceOf: SpaceOf): Operation[] {
  const written = [...output];
  const behind = new Map<number, Operation[]>();
  for (const { at, font } of texts) {
    const said = saidAround(output, at);
    if (said === undefined) behind.set(at, spaceOf(font));
    else written[said] = withActualText(written[said] as Operation, (text) => `${text} `);
  }
  return written.flatMap((operation, at) => [operation, ...(behind.get(at) ?? [])]);
}

/**
 * Where the outermost mark begins by which a text is said to be other words, within the piece of a tag; undefined where there is none. Whoever reads those words sees nothing else
 * in it.
 */
function saidAround(output: readonly Operation[], at: number): number | undefined {
  let said: number | undefined;
  let inside = 0;
  for (let i = at; i >= 0; i--) {
    const operation = output[i] as Operation;
    const { operator } = operation;
    if (operator === 'EMC') inside++;
    if (operator !== 'BDC' && operator !== 'BMC') continue;
    if (inside > 0) inside--;
    else if (markedContentId(operation) !== undefined) break;
    else if (actualTextOf(operation) !== undefined) said = i;
  }
  return said;
}

/** Whether a text stands in another line than the one before it: lower, and not right behind what is raised. */
function isBelow(before: WrittenText, here: WrittenText): boolean {
  const height = Math.max(before.base.height, here.base.height);
  const away = Math.abs(before.base.y - here.base.y);
  if (away <= 0.4 * height) return false;
  return away > 0.9 * height || here.extent[0] < endOf(before);
}

/** About where a text’s last glyph begins. */
function endOf({ extent, base, run }: WrittenText): number {
  return extent[0] + (run.advance ?? 0) * base.scale;
}
