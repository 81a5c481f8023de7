import type { BreakKind } from './breaks.ts';
import type { Flat } from './flatten.ts';
import type { RunStyle } from './galley.ts';
import { hangsEnd, hangsStart } from './hanging.ts';
import type { Box, Item, Penalty } from './items.ts';
import type { Entry } from './lexicon.ts';
import type { LineStyle } from './line-properties.ts';
import type { Piece } from './pieces.ts';

/** A part as the breaker takes it. */
export interface Itemised {
  items: Item[];
  /** By item: index in the flat text where it begins, so that a line which ends there has the characters before; and the text’s length. */
  starts: number[];
}

/** How wide a text in a style is up to an offset, in px. */
export type WidthOf = (style: number, text: string, offset: number) => number;

/** What a break costs where nothing but a break can help: more than any line that can be stretched. */
const lastResort = 3000;

/** Makes boxes, glue and penalties of a part’s pieces. */
export function makeItems(
  pieces: readonly Piece[],
  flat: Flat,
  styles: readonly RunStyle[],
  line: LineStyle,
  widthOf: WidthOf,
): Itemised {
  const items: Item[] = [];
  const starts: number[] = [];
  const add = (item: Item, start: number) => {
    items.push(item);
    starts.push(start);
  };
  for (const piece of pieces) {
    const { from } = piece;
    const edge = flat.edges.get(from);
    if (edge !== undefined) add(solid(edge), from);
    if (piece.kind === 'thing') add(solid(flat.boxes.get(from) ?? 0), from);
    else if (piece.kind === 'gap') {
      const width = widthOf(piece.run.style, piece.text, 1);
      const breaks = piece.text === ' ' && piece.run.wraps;
      const [stretch, shrink] = [width * line['space-stretch'], width * line['space-shrink']];
      add({ kind: 'glue', width, stretch, shrink, breaks }, from);
    } else {
      piece.entry.made ??= itemsOf(piece.entry, styles[piece.entry.style]?.size ?? 0, line, widthOf);
      const { made } = piece.entry;
      made.items.forEach((item, i) => {
        add(item, from + (made.starts[i] ?? 0));
      });
    }
  }
  const edge = flat.edges.get(flat.text.length);
  if (edge !== undefined) add(solid(edge), flat.text.length);
  starts.push(flat.text.length);
  return { items, starts };
}

function solid(width: number): Box {
  return { kind: 'box', width, stretch: 0, shrink: 0, hangStart: 0, hangEnd: 0 };
}

function itemsOf({ text, style, breaks }: Entry, size: number, line: LineStyle, widthOf: WidthOf): Itemised {
  const items: Item[] = [];
  const starts: number[] = [];
  let from = 0;
  let before = 0;
  const ends = breaks.at(-1)?.at === text.length ? breaks : [...breaks, { at: text.length, kind: undefined }];
  for (const { at, kind } of ends) {
    const width = widthOf(style, text, at);
    const [first, final] = [text.charAt(from), text.charAt(at - 1)];
    const [startShare, endShare] = [hangsStart(first, line), hangsEnd(final, line)];
    const box: Box = {
      kind: 'box',
      width: width - before,
      stretch: (at - from) * size * line['letter-stretch'],
      shrink: (at - from) * size * line['letter-shrink'],
      hangStart: startShare > 0 ? startShare * widthOf(style, first, 1) : 0,
      hangEnd: endShare > 0 ? endShare * widthOf(style, final, 1) : 0,
    };
    items.push(box);
    starts.push(from);
    if (kind) {
      const hyphen = kind === 'hyphen' ? widthOf(style, line.hyphen, line.hyphen.length) : 0;
      items.push(penaltyOf(kind, box, hyphen, final, line));
      starts.push(at);
    }
    from = at;
    before = width;
  }
  return { items, starts };
}

function penaltyOf(kind: BreakKind, box: Box, width: number, final: string, line: LineStyle): Penalty {
  if (kind === 'hyphen') {
    return { kind: 'penalty', cost: line['hyphen-penalty'], width, hang: line['hang-hyphen'] * width, hyphen: true };
  }
  const costs = {
    compound: line['compound-penalty'],
    dash: line['dash-penalty'],
    address: line['address-penalty'],
    anywhere: lastResort,
  };
  return { kind: 'penalty', cost: costs[kind], width: 0, hang: box.hangEnd, hyphen: /[-‐]/.test(final) };
}
