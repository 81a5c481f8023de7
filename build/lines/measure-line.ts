import type { Line, Setting } from './items.ts';
import type { Sums } from './sums.ts';

/** What a line without anything to stretch counts as, where it has to be stretched. */
const rigid = 1000;

/** How far a line hangs over its edges, and how wide it is without that, in px. */
function extent({ items, width, lastBox }: Sums, start: number, end: number) {
  const item = items[end];
  const first = items[start];
  const final = items[lastBox[end] ?? -1];
  const hangStart = first?.kind === 'box' ? first.hangStart : 0;
  // A paragraph’s last line ends where it ends: it has no edge to hang over.
  const hangEnd = !item ? 0 : item.kind === 'penalty' ? item.hang : final?.kind === 'box' ? final.hangEnd : 0;
  const added = item?.kind === 'penalty' ? item.width : 0;
  const natural = (width[end] ?? 0) - (width[start] ?? 0) + added - hangStart - hangEnd;
  return { natural, hangStart, hangEnd };
}

/** The same width alone. It is asked for thousands of times, and makes nothing that would have to be cleared away. */
function naturalOf({ items, width, lastBox }: Sums, start: number, end: number): number {
  const item = items[end];
  const first = items[start];
  let natural = (width[end] ?? 0) - (width[start] ?? 0);
  if (first?.kind === 'box') natural -= first.hangStart;
  if (!item) return natural;
  if (item.kind === 'penalty') return natural + item.width - item.hang;
  const final = items[lastBox[end] ?? -1];
  return final?.kind === 'box' ? natural - final.hangEnd : natural;
}

/** The measure of a paragraph’s line number `index`, from 0. */
export function measureAt({ measures }: Setting, index: number): number {
  return measures[index < measures.length ? index : measures.length - 1] ?? 0;
}

/** How far the line from the box `start` to the break `end` has to be stretched or shrunk, as its paragraph’s line `index`: see {@link Line}. */
export function ratioOf(sums: Sums, setting: Setting, start: number, end: number, index: number): number {
  const room = measureAt(setting, index) - naturalOf(sums, start, end);
  if (room >= 0 && end === sums.items.length && !setting.lastCounts) return 0;
  // Widths are multiples of 1/64 px.
  if (setting.rag !== undefined) return room >= -0.01 ? Math.min(rigid, Math.max(0, room) / setting.rag) : -2;
  if (room < 0.01 && room > -0.01) return 0;
  const spaces = room > 0 ? sums.spaceStretch : sums.spaceShrink;
  const letters = room > 0 ? sums.letterStretch : sums.letterShrink;
  const ofSpaces = (spaces[end] ?? 0) - (spaces[start] ?? 0);
  const ofLetters = (letters[end] ?? 0) - (letters[start] ?? 0);
  if (Math.abs(room) <= ofSpaces + ofLetters) return room / (ofSpaces + ofLetters);
  // What letters have to give is used up.
  const ratio = ofSpaces > 0 ? Math.min(rigid, (Math.abs(room) - ofLetters) / ofSpaces) : rigid;
  return Math.sign(room) * Math.max(ratio, 1 + 1e-9);
}

/** Everything about a line that was chosen. */
export function lineOf(sums: Sums, setting: Setting, start: number, end: number, index: number, ratio: number): Line {
  const item = sums.items[end];
  return {
    start,
    end,
    ratio,
    letters: setting.rag === undefined ? Math.max(-1, Math.min(1, ratio)) : 0,
    measure: measureAt(setting, index),
    hyphen: item?.kind === 'penalty' && item.hyphen,
    ...extent(sums, start, end),
  };
}

/** Whether a line that is too long up to here may be right at a later break: where a hyphen is not needed, or something hangs. */
export function mayStillFit(sums: Sums, setting: Setting, start: number, end: number, index: number): boolean {
  const { items, width, letterShrink, spaceShrink, widestHang } = sums;
  const first = items[start];
  const hangStart = first?.kind === 'box' ? first.hangStart : 0;
  const natural = (width[end] ?? 0) - (width[start] ?? 0) - hangStart - widestHang;
  const shrink =
    (spaceShrink[end] ?? 0) - (spaceShrink[start] ?? 0) + (letterShrink[end] ?? 0) - (letterShrink[start] ?? 0);
  return natural - shrink <= measureAt(setting, index);
}
