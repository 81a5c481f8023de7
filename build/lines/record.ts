import type { PlaceMark } from '../issue/places.ts';
import type { Line } from './breaking/line.ts';
import type { Block } from './collected.ts';
import { object } from './flatten.ts';
import { letterSpacing } from './letter-spacing.ts';
import type { LineStyle } from './line-style.ts';
import { beginsWithPicture, isPicture } from './picture-lines.ts';
import type { SetPart } from './set-block.ts';
import { shortfall } from './shortfall.ts';

/** The lines of a block, as they were set. */
export interface BlockLines {
  /** Its place in the manuscript. */
  place: PlaceMark;
  tag: string;
  justified: boolean;
  lines: {
    /** As printed, without an added hyphen. */
    text: string;
    /** True if a hyphen was added at its end. */
    hyphen: boolean;
    /** See {@link Line}. */
    ratio: number;
  }[];
}

/** A line that is stretched beyond the style’s tolerance, or too long. */
export interface StrainedLine {
  place: PlaceMark;
  text: string;
  ratio: number;
  /** Width of the spaces between words, in em. */
  gap: number;
  /** Greatest width within the tolerance, in em. */
  most: number;
  /** Shortfall in em, if it is left short rather than stretched; otherwise 0. */
  short: number;
  /** Excess in px, if it is too long; otherwise 0. */
  over: number;
}

/** Records how a block was set. */
export function recordOf({ place, tag, justified }: Block, parts: readonly SetPart[]): BlockLines {
  const lines: BlockLines['lines'] = [];
  for (const part of parts)
    for (const line of part.lines) lines.push({ text: textOf(part, line), hyphen: line.added, ratio: line.ratio });
  return { place, tag, justified, lines };
}

/** The strained lines of a block, of which an editor should know. `size` is the font size in px. */
export function strainedLines(block: Block, parts: readonly SetPart[], style: LineStyle, size: number): StrainedLine[] {
  const tolerance = style['line-tolerance'];
  const strained: StrainedLine[] = [];
  for (const part of parts) {
    for (const [i, line] of part.lines.entries()) {
      if (line.ratio >= -1 && (style['line-quiet'] > 0 || !(block.justified && line.ratio > tolerance))) continue;
      // Rewording does not help beside a picture; a picture that is too wide is reported by page make-up.
      if (isPicture(part.flat, line) || (line.ratio > 0 && beginsWithPicture(part.flat, part.lines[i + 1]))) continue;
      strained.push({
        place: block.place,
        text: textOf(part, line),
        ratio: line.ratio,
        gap: gapOf(line, style) / size,
        most:
          (line.glue / Math.max(1, line.gaps) / size) *
          ((style['space-width'] || 1) + tolerance * style['space-stretch']),
        short: block.justified && i < part.lines.length - 1 ? shortfall(line, style) / size : 0,
        over: line.ratio < -1 ? line.natural - line.measure : 0,
      });
    }
  }
  return strained;
}

/** The text of a line, with that of the boxes in it. */
function textOf({ flat }: SetPart, { begins, stops }: Line): string {
  const text = flat.text.slice(begins, stops);
  if (flat.boxTexts.size === 0) return text;
  return text.replaceAll(object, (_, at: number) => flat.boxTexts.get(begins + at) ?? '');
}

/** Average width of a line’s spaces in px; for a line without spaces, all the room that is left. */
function gapOf(line: Line, style: LineStyle): number {
  const { glue, letters, gaps, measure, natural } = line;
  return (glue + measure - natural - letters * letterSpacing(line, style)) / Math.max(1, gaps);
}
