import { object } from './flatten.ts';
import type { Block } from './galley.ts';
import type { LineStyle } from './line-properties.ts';
import type { SetPart } from './set-block.ts';

/** How a block was set. */
export interface Breaks {
  /** Where it begins in the manuscript, `a1:12:1`; only `a1`, or nothing, where that is not known. */
  place: string;
  tag: string;
  justified: boolean;
  lines: {
    /** As it is printed, without a hyphen that was added. */
    text: string;
    /** Whether a hyphen was added at its end. */
    hyphen: boolean;
    /** See Line. */
    ratio: number;
  }[];
}

/** A line that is stretched more than the style likes, or too long. */
export interface Strained {
  place: string;
  text: string;
  ratio: number;
  /** Of the spaces between the words, in em. */
  gap: number;
  tolerance: number;
  /** By how many px it is too long, or 0. */
  over: number;
}

export function recordOf({ place, tag, justified }: Block, parts: readonly SetPart[]): Breaks {
  const lines = parts.flatMap((part) =>
    part.lines.map((line) => {
      const item = part.items[line.end];
      return { text: textOf(part, line), hyphen: item?.kind === 'penalty' && item.width > 0, ratio: line.ratio };
    }),
  );
  return { place, tag, justified, lines };
}

/** The lines that an editor should know of. `size` is the font size in px. */
export function strainedLines(block: Block, parts: readonly SetPart[], style: LineStyle, size: number): Strained[] {
  const tolerance = style['line-tolerance'];
  return parts.flatMap((part) =>
    part.lines
      .filter(({ ratio }) => ratio < -1 || (block.justified && ratio > tolerance))
      .map((line) => ({
        place: block.place,
        text: textOf(part, line),
        ratio: line.ratio,
        gap: gapOf(part, line) / size,
        tolerance,
        over: line.ratio < -1 ? line.natural - line.measure : 0,
      })),
  );
}

/** What a line says, things that stand in it included. */
function textOf({ flat, starts }: SetPart, { start, end }: SetPart['lines'][number]): string {
  const from = starts[start] ?? 0;
  return flat.text.slice(from, starts[end]).replaceAll(object, (_, at: number) => flat.said.get(from + at) ?? '');
}

/** Width of a line’s spaces, on average, in px; of the whole room that is left, where it has none. */
function gapOf({ items }: SetPart, line: SetPart['lines'][number]): number {
  let spaces = 0;
  let width = 0;
  let letters = 0;
  for (const item of items.slice(line.start, line.end)) {
    if (item.kind === 'glue') {
      spaces++;
      width += item.width;
    } else if (item.kind === 'box') letters += line.letters * (line.letters > 0 ? item.stretch : item.shrink);
  }
  return (width + line.measure - line.natural - letters) / Math.max(1, spaces);
}
