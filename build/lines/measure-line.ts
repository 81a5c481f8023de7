import type { Line, Setting } from './items.ts';
import type { Sums } from './sums.ts';

/** What a line without anything to stretch counts as, where it has to be stretched. */
const rigid = 1000;

/** The line from the box `start` to the break `end`, as line number `index` of its paragraph. */
export function measureLine(sums: Sums, setting: Setting, start: number, end: number, index: number): Line {
  const { items, lastBox } = sums;
  const { measures } = setting;
  const item = items[end];
  const first = items[start];
  const final = items[lastBox[end] ?? -1];
  const hangStart = first?.kind === 'box' ? first.hangStart : 0;
  const hangEnd = item?.kind === 'penalty' ? item.hang : final?.kind === 'box' ? final.hangEnd : 0;
  const added = item?.kind === 'penalty' ? item.width : 0;
  // A space that the last box is followed by, at the paragraph’s end, is not part of the line.
  const stop = item ? end : (lastBox[end] ?? -1) + 1;
  const natural = (sums.width[stop] ?? 0) - (sums.width[start] ?? 0) + added - hangStart - hangEnd;
  const measure = measures[Math.min(index, measures.length - 1)] ?? 0;
  const { ratio, letters } = ratioOf(sums, setting, start, stop, measure - natural, item === undefined);
  const hyphen = item?.kind === 'penalty' && item.hyphen;
  return { start, end, ratio, letters, natural, measure, hangStart, hangEnd, hyphen };
}

function ratioOf(
  sums: Sums,
  { rag, lastCounts }: Setting,
  start: number,
  stop: number,
  room: number,
  last: boolean,
): { ratio: number; letters: number } {
  if (room >= 0 && last && !lastCounts) return { ratio: 0, letters: 0 };
  // Widths are multiples of 1/64 px.
  if (rag !== undefined) return { ratio: room >= -0.01 ? Math.max(0, room) / rag : -2, letters: 0 };
  if (Math.abs(room) < 0.01) return { ratio: 0, letters: 0 };
  const from = (sum: Float64Array) => (sum[stop] ?? 0) - (sum[start] ?? 0);
  const spaces = from(room > 0 ? sums.spaceStretch : sums.spaceShrink);
  const letters = from(room > 0 ? sums.letterStretch : sums.letterShrink);
  const need = Math.abs(room);
  const sign = Math.sign(room);
  if (need <= spaces + letters) return { ratio: (sign * need) / (spaces + letters), letters: (sign * need) / (spaces + letters) };
  const ratio = spaces > 0 ? Math.min(rigid, (need - letters) / spaces) : rigid;
  return { ratio: sign * Math.max(ratio, 1 + 1e-9), letters: sign };
}
