import type { Item } from './items.ts';

/** Sums over the items before each index, so that any line is measured by subtraction, and where lines may begin and end. */
export interface Sums {
  items: readonly Item[];
  width: Float64Array;
  spaceStretch: Float64Array;
  spaceShrink: Float64Array;
  letterStretch: Float64Array;
  letterShrink: Float64Array;
  /** Where a line may end, in order; the last is the number of items. */
  breaks: number[];
  firstBox: number;
  /** The box that a line begins with after a break at each item. */
  nextBox: Int32Array;
  /** The box that a line ends with at each item. */
  lastBox: Int32Array;
  widestHang: number;
}

export function sumsOf(items: readonly Item[]): Sums {
  const size = items.length + 1;
  const width = new Float64Array(size);
  const spaceStretch = new Float64Array(size);
  const spaceShrink = new Float64Array(size);
  const letterStretch = new Float64Array(size);
  const letterShrink = new Float64Array(size);
  const nextBox = new Int32Array(size).fill(items.length);
  const lastBox = new Int32Array(size).fill(-1);
  const breaks: number[] = [];
  let widestHang = 0;
  let box = -1;
  items.forEach((item, i) => {
    const glue = item.kind === 'glue' ? item : undefined;
    const letters = item.kind === 'box' ? item : undefined;
    width[i + 1] = (width[i] ?? 0) + (item.kind === 'penalty' ? 0 : item.width);
    spaceStretch[i + 1] = (spaceStretch[i] ?? 0) + (glue?.stretch ?? 0);
    spaceShrink[i + 1] = (spaceShrink[i] ?? 0) + (glue?.shrink ?? 0);
    letterStretch[i + 1] = (letterStretch[i] ?? 0) + (letters?.stretch ?? 0);
    letterShrink[i + 1] = (letterShrink[i] ?? 0) + (letters?.shrink ?? 0);
    lastBox[i] = box;
    widestHang = Math.max(widestHang, item.kind === 'box' ? item.hangEnd : item.kind === 'penalty' ? item.hang : 0);
    if (item.kind === 'box') box = i;
    else if (box >= 0 && (item.kind === 'penalty' || (item.breaks && items[i - 1]?.kind !== 'glue'))) breaks.push(i);
  });
  lastBox[items.length] = box;
  for (let i = items.length - 1; i >= 0; i--)
    nextBox[i] = items[i]?.kind === 'box' ? i : (nextBox[i + 1] ?? items.length);
  const ends = breaks.filter((i) => (nextBox[i] ?? items.length) < items.length);
  return {
    items,
    width,
    spaceStretch,
    spaceShrink,
    letterStretch,
    letterShrink,
    breaks: [...ends, items.length],
    firstBox: nextBox[0] ?? 0,
    nextBox,
    lastBox,
    widestHang,
  };
}
