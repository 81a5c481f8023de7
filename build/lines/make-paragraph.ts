import {
  addBox,
  addGlue,
  addPenalty,
  addressAhead,
  addressBehind,
  endParagraph,
  newParagraph,
  type Paragraph,
} from './breaking/paragraph.ts';
import { addsHyphen, type BreakKind } from './breaks.ts';
import type { RunStyle } from './collected.ts';
import type { Flat } from './flatten.ts';
import { hangsEnd, hangsStart } from './hanging.ts';
import { joinedLetters } from './letter-spacing.ts';
import type { LineStyle } from './line-style.ts';
import type { Gap, Piece, Word, WordBox } from './word-cache.ts';

/** Gives the width in px of a text in a style, up to an offset. */
export type TextWidth = (style: number, text: string, offset: number) => number;

/** Adds boxes to words, and widths to spaces, from what the browser measured. */
export function addBoxes(entries: readonly (Word | Gap)[], styles: readonly RunStyle[], widthOf: TextWidth): void {
  for (const entry of entries) {
    if (entry.kind === 'gap') entry.width = widthOf(entry.style, entry.text, 1);
    else {
      entry.boxes = boxesOf(entry, styles[entry.style], widthOf);
      entry.widest = Math.max(...entry.boxes.map(({ width, penalty }) => width + (penalty?.width ?? 0)));
    }
  }
}

/**
 * Builds the paragraph of a part’s pieces; reuses the table `old` if it is large enough. In an `indented` first line
 * nothing hangs at the left: it does not begin at the margin.
 */
export function makeParagraph(pieces: readonly Piece[], flat: Flat, indented: boolean, old?: Float64Array): Paragraph {
  let most = flat.edgeWidths.size;
  let narrowest = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    most += piece.kind === 'word' ? piece.breaks.length : 1;
    if (piece.kind === 'gap' && piece.breaks && piece.width) narrowest = Math.min(narrowest, piece.width);
  }
  const builder = newParagraph(most, old);
  const edges = flat.edgeWidths.size > 0;
  let from = 0;
  for (const [i, piece] of pieces.entries()) {
    const edge = edges ? flat.edgeWidths.get(from) : undefined;
    if (edge !== undefined) addBox(builder, from, edge, 0, 0, 0);
    if (piece.kind === 'word') {
      for (const { at, width, letters, hangStart, hangEnd, penalty } of piece.boxes ?? []) {
        addBox(builder, from + at, width, letters, indented && from + at === 0 ? 0 : hangStart, hangEnd);
        if (!penalty) continue;
        const { cost, hang, hyphen } = penalty;
        addPenalty(builder, from + penalty.at, cost, penalty.width, hang, hyphen, piece.address);
      }
      from += piece.text.length;
    } else {
      if (piece.kind === 'gap') {
        const address = (isAddress(pieces[i - 1]) ? addressBehind : 0) + (isAddress(pieces[i + 1]) ? addressAhead : 0);
        addGlue(
          builder,
          from,
          piece.width ?? 0,
          givesOf(piece.width ?? 0, narrowest),
          piece.breaks ? piece.cost : undefined,
          address,
        );
      } else addBox(builder, from, piece.width, 0, 0, 0);
      from++;
    }
  }
  const edge = flat.edgeWidths.get(flat.text.length);
  if (edge !== undefined) addBox(builder, flat.text.length, edge, 0, 0, 0);
  return endParagraph(builder, flat.text.length);
}

function isAddress(piece: Piece | undefined): boolean {
  return piece?.kind === 'word' && piece.address;
}

/**
 * The width that a space counts as where a line is stretched or shrunk. All spaces of a line change by the same number
 * of px, so the wide spaces of code must not count for more than those between words: these would shrink to nothing.
 */
function givesOf(width: number, narrowest: number): number {
  const muchWider = 1.5;
  return width > narrowest * muchWider ? narrowest : width;
}

function boxesOf({ text, style, breaks, line }: Word, about: RunStyle | undefined, widthOf: TextWidth): WordBox[] {
  const { size = 0, hangs = true } = about ?? {};
  const isSpaced = !joinedLetters.test(text);
  const boxes: WordBox[] = [];
  let from = 0;
  let before = 0;
  // Letter spacing does not separate an accent from its letter.
  const lettersTo = /\p{M}/u.test(text) ? (at: number) => text.slice(0, at).replace(/\p{M}/gu, '').length : undefined;
  const ends = breaks.at(-1)?.at === text.length ? breaks : [...breaks, { at: text.length, kind: undefined }];
  for (const { at, kind } of ends) {
    const width = widthOf(style, text, at);
    const [first, final] = [text.charAt(from), text.charAt(at - 1)];
    const [startShare, endShare] = hangs ? [hangsStart(first, line), hangsEnd(final, line)] : [0, 0];
    const box: WordBox = {
      at: from,
      width: width - before,
      letters: isSpaced ? (lettersTo ? lettersTo(at) - lettersTo(from) : at - from) * size : 0,
      hangStart: startShare > 0 ? startShare * widthOf(style, first, 1) : 0,
      hangEnd: endShare > 0 ? endShare * widthOf(style, final, 1) : 0,
    };
    if (kind) {
      const hyphen = addsHyphen(kind) ? widthOf(style, line.hyphen, line.hyphen.length) : 0;
      box.penalty = { at, ...penaltyOf(kind, box, hyphen, final, line) };
    }
    boxes.push(box);
    from = at;
    before = width;
  }
  return boxes;
}

/** The kinds of breaks that cost what another costs. */
const costs: { [Kind in BreakKind]?: BreakKind } = { forced: 'anywhere', repeated: 'compound' };
type PenaltyName = `${Exclude<BreakKind, 'forced' | 'repeated'>}-penalty`;

function penaltyOf(kind: BreakKind, box: WordBox, width: number, final: string, line: LineStyle) {
  const cost = line[`${costs[kind] ?? kind}-penalty` as PenaltyName];
  if (addsHyphen(kind)) return { cost, width, hang: line['hang-hyphen'] * width, hyphen: true };
  return { cost, width: 0, hang: box.hangEnd, hyphen: /[-‐]/.test(final) };
}
