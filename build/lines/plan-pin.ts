import type { Block, Cut, Pin, RunStyle } from './galley.ts';
import type { Line } from './items.ts';
import type { LineStyle } from './line-properties.ts';
import type { SetPart } from './set-block.ts';

/** How much tighter than need be, in em: a reserve, for a line that comes out a little wider than it was measured. */
const reserve = 0.03;

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
      const cut = next ? cutAfter(part, line, next, block.justified ? shortfall(part, line, style) : 0) : undefined;
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
    pin.tighten = Math.max(...parts.flatMap((part) => part.lines.map((line) => missing(part, line)))) + reserve * size;
  return pin;
}

function spareOf(lines: readonly Line[]): number {
  const over = ({ ratio, natural, measure }: Line) => (ratio < -1 ? natural - measure : 0);
  return Math.max(0, ...lines.map((line) => line.hangStart + line.hangEnd + over(line)));
}

function cutAfter({ flat, starts, items }: SetPart, line: Line, next: Line, short: number): Cut | undefined {
  const at = starts[line.end] ?? 0;
  const end = { hyphen: added(items[line.end]), hangEnd: line.hangEnd, hangStart: next.hangStart, short, start: false };
  // Before the space, which is then gone at the beginning of the next line; a word is cut behind its letter.
  const [space, letter] = [flat.runs[at], flat.runs[at - 1]];
  if (items[line.end]?.kind === 'glue' && space) return { node: space.node, offset: flat.offsets[at] ?? 0, ...end };
  return letter ? { node: letter.node, offset: (flat.offsets[at - 1] ?? 0) + 1, ...end } : undefined;
}

/** What a line that would be stretched beyond all bounds is left short, in px. */
function shortfall({ items }: SetPart, line: Line, style: LineStyle): number {
  const limit = style['line-limit'];
  if (limit === 0 || line.ratio <= limit) return 0;
  let most = 0;
  for (const item of items.slice(line.start, line.end)) {
    if (item.kind === 'glue') most += limit * item.stretch;
    else if (item.kind === 'box') most += item.stretch;
  }
  return Math.max(0, line.measure - line.natural - most);
}

function added(item: SetPart['items'][number] | undefined): boolean {
  return item?.kind === 'penalty' && item.width > 0;
}

function startCut({ flat, starts }: SetPart, line: Line): Cut {
  const at = starts[line.start] ?? 0;
  return {
    node: flat.runs[at]?.node ?? -1,
    offset: flat.offsets[at] ?? 0,
    hyphen: false,
    hangEnd: 0,
    short: 0,
    hangStart: line.hangStart,
    start: true,
  };
}

function stretchesOf(
  { flat, starts }: SetPart,
  line: Line,
  styles: readonly RunStyle[],
  style: LineStyle,
): Pin['stretches'] {
  const stretches: Pin['stretches'] = [];
  const share = line.letters * (line.letters > 0 ? style['letter-stretch'] : style['letter-shrink']);
  const to = starts[line.end] ?? flat.text.length;
  let open: Pin['stretches'][number] | undefined;
  for (let at = starts[line.start] ?? 0; at < to; at++) {
    const run = flat.runs[at];
    const offset = flat.offsets[at] ?? 0;
    if (!run || run.node < 0) continue;
    if (open?.node === run.node) {
      open.to = offset + 1;
      continue;
    }
    const { size, spacing } = styles[run.style] ?? { size: 0, spacing: 0 };
    // So little is not seen, and each such stretch is an element that the browser has to print.
    if (Math.abs(share) <= style['letter-least']) continue;
    open = { node: run.node, from: offset, to: offset + 1, spacing: spacing + share * size };
    stretches.push(open);
  }
  return stretches;
}

/** How much each of a line’s spaces has to give for it to fit, in px. */
function missing({ items }: SetPart, line: Line): number {
  if (line.ratio >= 0) return 0;
  let gaps = 0;
  let letters = 0;
  for (const item of items.slice(line.start, line.end)) {
    if (item.kind === 'glue') gaps++;
    else if (item.kind === 'box') letters += item.shrink * -line.letters;
  }
  return gaps === 0 ? 0 : Math.max(0, line.natural - line.measure - letters) / gaps;
}
