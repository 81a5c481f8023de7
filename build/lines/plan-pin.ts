import type { Line } from './breaking/line.ts';
import type { LineEnd, Pin, RunStyle, TextCuts } from './collected.ts';
import type { BlockDraft } from './draft.ts';
import { type Flat, spanAt } from './flatten.ts';
import { joinedLetters, letterSpacing } from './letter-spacing.ts';
import type { LineStyle } from './line-style.ts';
import { beginsWithPicture } from './picture-lines.ts';
import type { SetPart } from './set-block.ts';
import { shortfall } from './shortfall.ts';

/** Plans what the browser has to change to give a block these lines; undefined if it would set them so by itself. */
export function planPin(
  { index, block, style, size }: Pick<BlockDraft, 'index' | 'block' | 'style' | 'size'>,
  parts: readonly SetPart[],
  styles: readonly RunStyle[],
): Pin | undefined {
  const lines = parts.flatMap((part) => part.lines);
  if (lines.length === 0) return undefined;
  const texts = new Map<number, TextCuts>();
  const planOf = (node: number) => {
    const plan = texts.get(node) ?? { node, cuts: [], spaced: [] };
    texts.set(node, plan);
    return plan;
  };
  for (const { flat, lines } of parts) {
    lines.forEach((line, n) => {
      const next = lines[n + 1];
      if (n === 0 && line.hangStart > 0) {
        const at = spanAt(flat, line.begins);
        const cut = {
          offset: (at?.offset ?? 0) + line.begins - (at?.from ?? 0),
          start: true,
          hangStart: round(line.hangStart),
        };
        if (at?.run) planOf(at.run.node).cuts.unshift(cut);
      }
      if (block.justified) addSpaced(flat, line, styles, style, planOf);
      // At a space, cut before it: it then disappears at the beginning of the next line. In a word, cut after the last
      // letter.
      const at = spanAt(flat, line.space ? line.stops : line.stops - 1);
      if (next && at?.run) {
        // A line before a picture that takes the next line is set as a last line is.
        const ends = beginsWithPicture(flat, next) && line.ratio > 0;
        const left = ends ? Math.max(0, line.measure - line.natural) : shortfall(line, style);
        const short = block.justified ? left : 0;
        planOf(at.run.node).cuts.unshift(cutAt(at.offset + line.stops - at.from, line, next, short));
      }
    });
  }
  const tightest = Math.max(...lines.map((line) => excessPerSpace(line, style)));
  const pin: Pin = {
    block: index,
    tighten: block.justified ? round(tightest + style['line-reserve'] * size) : 0,
    fill: parts.map(({ lines }) => {
      const last = lines.at(-1);
      return last ? round(Math.max(0, last.measure - last.natural)) : 0;
    }),
    texts: [...texts.values()],
    lines: lines.length,
    spare: spareOf(lines),
  };
  const itself = lines.length === 1 && (lines[0]?.ratio ?? 0) >= 0 && pin.texts.every(({ cuts }) => cuts.length === 0);
  return itself ? undefined : pin;
}

function cutAt(offset: number, line: Line, next: Line, short: number): LineEnd {
  const cut: LineEnd = { offset };
  if (line.added) cut.hyphen = true;
  if (line.hangEnd > 0) cut.hangEnd = round(line.hangEnd);
  if (next.hangStart > 0) cut.hangStart = round(next.hangStart);
  if (short > 0) cut.short = round(short);
  return cut;
}

/** Rounds to a thousandth of a px. */
function round(px: number): number {
  return Math.round(px * 1000) / 1000;
}

function spareOf(lines: readonly Line[]): number {
  const over = ({ ratio, natural, measure }: Line) => (ratio < -1 ? natural - measure : 0);
  return Math.max(0, ...lines.map((line) => line.hangStart + line.hangEnd + over(line)));
}

/** Adds the stretches of a line whose letters are spaced to the plans of their text nodes. */
function addSpaced(
  flat: Flat,
  line: Line,
  styles: readonly RunStyle[],
  style: LineStyle,
  planOf: (node: number) => TextCuts,
): void {
  const share = letterSpacing(line, style);
  if (share === 0) return;
  const { begins, stops } = line;
  let node = -1;
  for (const { from, to, run, offset } of flat.spans) {
    if (to <= begins || from >= stops || !run || run.node < 0 || joinedLetters.test(run.text)) continue;
    const { spaced } = planOf(run.node);
    const after = offset + Math.min(stops, to) - from;
    const last = spaced.at(-1);
    // Collapsed spaces do not divide a stretch.
    if (run.node === node && last) last.to = after;
    else {
      const { size, spacing: own } = styles[run.style] ?? { size: 0, spacing: 0 };
      spaced.push({ from: offset + Math.max(begins, from) - from, to: after, spacing: round(own + share * size) });
    }
    node = run.node;
  }
}

/** The px by which each space of a line has to shrink for the line to fit. */
function excessPerSpace(line: Line, style: LineStyle): number {
  const { ratio, letters, gaps, measure, natural } = line;
  if (ratio >= 0 || gaps === 0) return 0;
  return Math.max(0, natural - measure + letters * letterSpacing(line, style)) / gaps;
}
