import { spanAt } from './flatten.ts';
import type { Block, Cut, Pin, RunStyle } from './galley.ts';
import type { Line } from './line.ts';
import type { LineStyle } from './line-properties.ts';
import type { SetPart } from './set-block.ts';

/** What the browser has to do to give a block these lines; nothing where it comes by them itself. */
export function planPin(
  index: number,
  block: Block,
  parts: readonly SetPart[],
  styles: readonly RunStyle[],
  style: LineStyle,
  size: number,
): Pin | undefined {
  const lines = parts.flatMap((part) => part.lines);
  const pin: Pin = {
    block: index,
    tighten: 0,
    fill: [],
    cuts: [],
    stretches: [],
    lines: lines.length,
    spare: spareOf(lines),
  };
  for (const part of parts) {
    part.lines.forEach((line, n) => {
      const next = part.lines[n + 1];
      const cut = next ? cutAfter(part, line, next, block.justified ? shortfall(line, style) : 0) : undefined;
      if (next && cut) pin.cuts.push(cut);
      if (n === 0 && line.hangStart > 0) pin.cuts.push(startCut(part, line));
      if (block.justified) pin.stretches.push(...stretchesOf(part, line, styles, style));
    });
    const last = part.lines.at(-1);
    pin.fill.push(last ? Math.max(0, last.measure - last.natural) : 0);
  }
  if (lines.length === 0) return undefined;
  if (lines.length === 1 && (lines[0]?.ratio ?? 0) >= 0 && pin.cuts.length === 0) return undefined;
  if (block.justified)
    pin.tighten =
      Math.max(...parts.flatMap((part) => part.lines.map((line) => missing(line, style)))) +
      style['line-reserve'] * size;
  return pin;
}

function spareOf(lines: readonly Line[]): number {
  const over = ({ ratio, natural, measure }: Line) => (ratio < -1 ? natural - measure : 0);
  return Math.max(0, ...lines.map((line) => line.hangStart + line.hangEnd + over(line)));
}

function cutAfter({ flat }: SetPart, line: Line, next: Line, short: number): Cut | undefined {
  const at = line.stops;
  const end = { hyphen: line.added, hangEnd: line.hangEnd, hangStart: next.hangStart, short, start: false };
  // Before the space, which is then gone at the beginning of the next line; a word is cut behind its letter.
  const span = spanAt(flat, line.space ? at : at - 1);
  return span?.run && { node: span.run.node, offset: span.offset + at - span.from, ...end };
}

/** What a line that would be stretched beyond all bounds is left short, in px. */
function shortfall({ ratio, glue, letters, measure, natural }: Line, style: LineStyle): number {
  const limit = style['line-limit'];
  if (limit === 0 || ratio <= limit) return 0;
  const most = limit * glue * style['space-stretch'] + letters * style['letter-stretch'];
  return Math.max(0, measure - natural - most);
}

function startCut({ flat }: SetPart, { begins, hangStart }: Line): Cut {
  const span = spanAt(flat, begins);
  return {
    node: span?.run?.node ?? -1,
    offset: span ? span.offset + begins - span.from : 0,
    hyphen: false,
    hangEnd: 0,
    short: 0,
    hangStart,
    start: true,
  };
}

function stretchesOf(
  { flat }: SetPart,
  { begins, stops, spacing }: Line,
  styles: readonly RunStyle[],
  style: LineStyle,
): Pin['stretches'] {
  const share = spacing * (spacing > 0 ? style['letter-stretch'] : style['letter-shrink']);
  // So little is not seen, and each such stretch is an element that the browser has to print.
  if (Math.abs(share) <= style['letter-least']) return [];
  const stretches: Pin['stretches'] = [];
  for (const { from, to, run, offset } of flat.spans) {
    if (to <= begins || from >= stops || !run || run.node < 0) continue;
    const first = offset + Math.max(begins, from) - from;
    const after = offset + Math.min(stops, to) - from;
    const open = stretches.at(-1);
    if (open?.node === run.node) {
      open.to = after;
      continue;
    }
    const { size, spacing: own } = styles[run.style] ?? { size: 0, spacing: 0 };
    stretches.push({ node: run.node, from: first, to: after, spacing: own + share * size });
  }
  return stretches;
}

/** How much each of a line’s spaces has to give for it to fit, in px. */
function missing({ ratio, letters, gaps, spacing, measure, natural }: Line, style: LineStyle): number {
  if (ratio >= 0 || gaps === 0) return 0;
  return Math.max(0, natural - measure + letters * spacing * style['letter-shrink']) / gaps;
}
