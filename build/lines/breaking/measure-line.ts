import type { Line, ParagraphSetting } from './line.ts';
import {
  addedHere,
  addressAhead,
  addressBehind,
  bare,
  begins,
  end,
  endGaps,
  endGlue,
  endLetters,
  fields,
  hangEnd,
  hangStart,
  hyphenHere,
  type Paragraph,
  sign,
  spaceHere,
  start,
  startGaps,
  startGlue,
  startLetters,
  stops,
} from './paragraph.ts';

/** Ratio of a line that has nothing to stretch, if it is nearly full; one that is nearly empty gets twice that. */
const rigid = 50;

/** The measure of a paragraph’s line number `index`, from 0. */
export function measureAt({ measures }: ParagraphSetting, index: number): number {
  return measures[index < measures.length ? index : measures.length - 1] ?? 0;
}

/** Width in px of the line from one place to another before stretching, without hanging characters. */
export function naturalOf({ at }: Paragraph, from: number, to: number): number {
  return (at[to * fields + end] ?? 0) - (at[from * fields + start] ?? 0);
}

/**
 * The ratio by which the line from one place to another, as the paragraph’s line number `index`, has to be stretched or
 * shrunk: see {@link Line}.
 */
export function ratioOf(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  from: number,
  to: number,
  index: number,
): number {
  const { at } = paragraph;
  const measure = measureAt(setting, index);
  const left = measure - naturalOf(paragraph, from, to);
  if (left >= 0 && to === paragraph.size - 1 && !setting.lastCounts) return 0;
  // Chrome’s widths are multiples of 1/64 px, so a smaller difference does not count.
  if (setting.rag !== undefined) return left >= -0.01 ? Math.max(0, left) / setting.rag : -2;
  const glue = (at[to * fields + endGlue] ?? 0) - (at[from * fields + startGlue] ?? 0);
  const room = left - glue * (setting.spaceWidth - 1);
  if (room < 0.01 && room > -0.01) return 0;
  const letters = (at[to * fields + endLetters] ?? 0) - (at[from * fields + startLetters] ?? 0);
  const ofSpaces = glue * (room > 0 ? setting.spaceStretch : setting.spaceShrink);
  const ofLetters = letters * (room > 0 ? setting.letterStretch : setting.letterShrink);
  const wanted = room > 0 ? room : -room;
  const { letterLead: lead } = setting;
  if (wanted <= ofSpaces / lead + ofLetters) return room / (ofSpaces + lead * ofLetters);
  // Letters have given all they may.
  const most = rigid * (1 + wanted / measure);
  const ratio = Math.max(ofSpaces > 0 ? Math.min(most, (wanted - ofLetters) / ofSpaces) : most, 1 / lead + 1e-9);
  return room > 0 ? Math.min(ratio, raggedRatio(paragraph, setting, from, to, left, glue)) : -ratio;
}

/**
 * The ratio of a justified line that is left short by `left` px, because it touches an address, or is nearly full
 * and has no space that could be stretched; infinite for any other.
 */
function raggedRatio(
  { at }: Paragraph,
  { shortRatio, shortUnit }: ParagraphSetting,
  from: number,
  to: number,
  left: number,
  glue: number,
): number {
  const touches =
    ((at[from * fields + sign] ?? 0) & addressAhead) > 0 ||
    ((at[to * fields + sign] ?? 0) & (addressAhead | addressBehind)) > 0;
  const may = touches || (glue === 0 && left <= shortUnit);
  return may && shortRatio > 0 && shortUnit > 0 ? shortRatio + left / shortUnit : Infinity;
}

/**
 * The line from one place to another, as line number `index`, with everything that pinning and reports need to know.
 */
export function lineOf(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  from: number,
  to: number,
  index: number,
  ratio: number,
): Line {
  const { at } = paragraph;
  const first = (field: number) => at[from * fields + field] ?? 0;
  const last = (field: number) => at[to * fields + field] ?? 0;
  const signs = last(sign);
  const [natural, measure] = [naturalOf(paragraph, from, to), measureAt(setting, index)];
  const glue = last(endGlue) - first(startGlue);
  const short = raggedRatio(paragraph, setting, from, to, measure - natural, glue);
  const ragged = setting.rag === undefined && ratio === short;
  return {
    begins: first(begins),
    stops: last(stops),
    ratio,
    ragged,
    spacing: setting.rag === undefined && !ragged ? Math.max(-1, Math.min(1, ratio * setting.letterLead)) : 0,
    natural,
    measure,
    glue,
    letters: last(endLetters) - first(startLetters),
    gaps: last(endGaps) - first(startGaps),
    hangStart: first(hangStart),
    hangEnd: last(hangEnd),
    hyphen: (signs & hyphenHere) > 0,
    added: (signs & addedHere) > 0,
    space: (signs & spaceHere) > 0,
  };
}

/**
 * True if a line that is too long up to here may still fit at a later place: without a hyphen, or with a hanging
 * character.
 */
export function mayStillFit(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  from: number,
  to: number,
  index: number,
): boolean {
  const { at, widestHang } = paragraph;
  const [here, there] = [from * fields, to * fields];
  const glue = (at[there + endGlue] ?? 0) - (at[here + startGlue] ?? 0);
  const letters = (at[there + endLetters] ?? 0) - (at[here + startLetters] ?? 0);
  const natural = (at[there + bare] ?? 0) - (at[here + start] ?? 0) - widestHang;
  const shrink = glue * (1 + setting.spaceShrink - setting.spaceWidth) + letters * setting.letterShrink;
  return natural - shrink <= measureAt(setting, index);
}

/**
 * True if the line from one place to another is too short for the tolerance whatever its number in the paragraph. The
 * same then holds for every line that begins later and ends there.
 */
export function isTooShort(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  from: number,
  to: number,
  narrowest: number,
  tolerance: number,
): boolean {
  const { at, widestHang } = paragraph;
  // Lines that end at an address may be short.
  const atAddress = ((at[to * fields + sign] ?? 0) & (addressAhead | addressBehind)) > 0;
  if (setting.rag === undefined && atAddress) return false;
  const room = narrowest - naturalOf(paragraph, from, to) - widestHang;
  if (room <= 0) return false;
  if (setting.rag !== undefined) return room > tolerance * setting.rag;
  const glue = (at[to * fields + endGlue] ?? 0) - (at[from * fields + startGlue] ?? 0);
  if (room <= glue * (setting.spaceWidth - 1)) return false;
  const letters = (at[to * fields + endLetters] ?? 0) - (at[from * fields + startLetters] ?? 0);
  const stretch = tolerance * (glue * setting.spaceStretch + letters * setting.letterStretch);
  return room > glue * (setting.spaceWidth - 1) + stretch;
}
