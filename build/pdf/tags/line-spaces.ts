import type { Operation } from '../content-stream.ts';
import type { Extent } from './extents.ts';
import type { SpecialTag } from './plan.ts';
import type { SpaceOf } from './spaces.ts';

/** A run of text that is written. */
export interface WrittenText {
  /** The block that it stands in, and the place of its piece in the order of reading. */
  block: number;
  order: number;
  /** Which operation of its stream’s output it is. */
  at: number;
  font: string;
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
    if (before && isBelow(before.extent, text.extent)) add(before);
    last.set(text.block, text);
  }
  for (const [block, text] of last) if (goesOn(block)) add(text);
  return ends;
}

/** A stream’s output, with a space behind some of its texts. */
export function withSpaces(output: readonly Operation[], texts: Iterable<WrittenText>, spaceOf: SpaceOf): Operation[] {
  const parts: (readonly Operation[])[] = [];
  let from = 0;
  for (const { at, font } of texts) {
    parts.push(output.slice(from, at + 1), spaceOf(font));
    from = at + 1;
  }
  return ([] as Operation[]).concat(...parts, output.slice(from));
}

/** Whether a text stands in another line than the one before it. */
function isBelow(before: Extent, here: Extent): boolean {
  const height = Math.max(before[3] - before[1], here[3] - here[1]);
  return Math.abs(before[1] + before[3] - here[1] - here[3]) / 2 > 0.4 * height;
}
