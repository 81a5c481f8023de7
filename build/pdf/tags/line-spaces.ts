import type { Operation } from '../content-stream.ts';
import type { Extent } from './extents.ts';
import type { SpecialTag } from './plan.ts';
import type { SpaceOf } from './spaces.ts';

/** A line of a block, as far as it is written. */
interface Line {
  /** Which operation of the output its last text is. */
  last: number;
  font: string;
  extent: Extent;
  special: SpecialTag | undefined;
}

/**
 * Puts a space between the lines of a block, where the browser left it out as it broke the line: words are told apart by their spaces, not by where they stand (ISO 32000-1, 14.8.2.5).
 * There is none after an added hyphen, and where a line goes on in the next.
 */
export function lineSpaces(spaceOf: SpaceOf) {
  const lines = new Map<number, Line>();
  const spaces = new Map<number, Operation[]>();
  const add = ({ last, font, special }: Line) => {
    if (special === undefined) spaces.set(last, spaceOf(font));
  };
  return {
    /** Text of a block was written, as the operation of that number. */
    wrote(block: number, line: Line): void {
      const before = lines.get(block);
      if (before && isBelow(before.extent, line.extent)) add(before);
      lines.set(block, line);
    },
    /** The output, with spaces; also behind the last lines of blocks that go on elsewhere. */
    within(output: readonly Operation[], goesOn: (block: number) => boolean): Operation[] {
      for (const [block, line] of lines) if (goesOn(block)) add(line);
      const parts: (readonly Operation[])[] = [];
      let from = 0;
      for (const last of [...spaces.keys()].sort((a, b) => a - b)) {
        parts.push(output.slice(from, last + 1), spaces.get(last) ?? []);
        from = last + 1;
      }
      return ([] as Operation[]).concat(...parts, output.slice(from));
    },
  };
}

/** Whether a text stands in another line than the one before it. */
function isBelow(before: Extent, here: Extent): boolean {
  const height = Math.max(before[3] - before[1], here[3] - here[1]);
  return Math.abs(before[1] + before[3] - here[1] - here[3]) / 2 > 0.4 * height;
}
