import type { Line } from './breaking/line.ts';
import { object } from './flatten.ts';
import type { Block } from './galley.ts';
import { letterSpacing } from './letter-spacing.ts';
import type { LineStyle } from './line-properties.ts';
import { beginsWithPicture, isPicture } from './picture-lines.ts';
import type { SetPart } from './set-block.ts';
import { shortfall } from './shortfall.ts';

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
  /** What they may have at most, in em. */
  most: number;
  /** By how much it is left short rather than stretched, in em, or 0. */
  short: number;
  /** By how many px it is too long, or 0. */
  over: number;
}

export function recordOf({ place, tag, justified }: Block, parts: readonly SetPart[]): Breaks {
  const lines: Breaks['lines'] = [];
  for (const part of parts)
    for (const line of part.lines) lines.push({ text: textOf(part, line), hyphen: line.added, ratio: line.ratio });
  return { place, tag, justified, lines };
}

/** The lines that an editor should know of. `size` is the font size in px. */
export function strainedLines(block: Block, parts: readonly SetPart[], style: LineStyle, size: number): Strained[] {
  const tolerance = style['line-tolerance'];
  const strained: Strained[] = [];
  for (const part of parts) {
    for (const [i, line] of part.lines.entries()) {
      if (line.ratio >= -1 && !(block.justified && line.ratio > tolerance)) continue;
      // Which words stand beside a picture is no matter of wording; and of one that is too wide the page tells.
      if (isPicture(part.flat, line) || (line.ratio > 0 && beginsWithPicture(part.flat, part.lines[i + 1]))) continue;
      strained.push({
        place: block.place,
        text: textOf(part, line),
        ratio: line.ratio,
        gap: gapOf(line, style) / size,
        most: (line.glue / Math.max(1, line.gaps) / size) * (1 + tolerance * style['space-stretch']),
        short: block.justified && i < part.lines.length - 1 ? shortfall(line, style) / size : 0,
        over: line.ratio < -1 ? line.natural - line.measure : 0,
      });
    }
  }
  return strained;
}

/** What a line says, things that stand in it included. */
function textOf({ flat }: SetPart, { begins, stops }: Line): string {
  const text = flat.text.slice(begins, stops);
  if (flat.said.size === 0) return text;
  return text.replaceAll(object, (_, at: number) => flat.said.get(begins + at) ?? '');
}

/** Width of a line’s spaces, on average, in px; of the whole room that is left, where it has none. */
function gapOf(line: Line, style: LineStyle): number {
  const { glue, letters, gaps, measure, natural } = line;
  return (glue + measure - natural - letters * letterSpacing(line, style)) / Math.max(1, gaps);
}
