import { diffArrays } from 'diff';

/** Indexes of two lists that belong together. */
export type IndexPair = readonly [before: number, after: number];

/** Pairs what is the same in two lists by its key, in an order that both have. */
export function alignSame(before: readonly string[], after: readonly string[]): IndexPair[] {
  const pairs: IndexPair[] = [];
  let [i, j] = [0, 0];
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (added) j += value.length;
    else if (removed) i += value.length;
    else for (let left = value.length; left > 0; left--) pairs.push([i++, j++]);
  }
  return pairs;
}

/** A gap with more combinations than that is aligned from its beginning only. */
const mostCells = 400_000;

/**
 * Pairs what is alike in two lists, in order, so that the sum of likenesses is as great as possible. A likeness of 0
 * makes no pair.
 */
export function alignAlike(
  before: readonly number[],
  after: readonly number[],
  likenessOf: (one: number, other: number) => number,
): IndexPair[] {
  const rows = Math.min(before.length, Math.max(1, Math.floor(mostCells / (after.length + 1))));
  const width = after.length + 1;
  const best = new Float64Array((rows + 1) * width);
  const likes = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const like = likenessOf(before[row] as number, after[column] as number);
      const at = row * width + column;
      likes[at] = like;
      const both = like > 0 ? like + (best[at + width + 1] as number) : 0;
      best[at] = Math.max(both, best[at + width] as number, best[at + 1] as number);
    }
  const pairs: IndexPair[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < after.length; ) {
    const at = row * width + column;
    const like = likes[at] as number;
    if (like > 0 && best[at] === like + (best[at + width + 1] as number))
      pairs.push([before[row++] as number, after[column++] as number]);
    else if (best[at] === best[at + width]) row++;
    else column++;
  }
  return pairs;
}

/** The stretches between pairs in which both lists, or one of them, have something left: as ranges of indexes. */
export function gapsBetween(
  pairs: readonly IndexPair[],
  before: number,
  after: number,
): { before: readonly [number, number]; after: readonly [number, number] }[] {
  const gaps: { before: readonly [number, number]; after: readonly [number, number] }[] = [];
  let [i, j] = [0, 0];
  for (const [one, other] of [...pairs, [before, after] as const]) {
    if (one > i || other > j) gaps.push({ before: [i, one], after: [j, other] });
    [i, j] = [one + 1, other + 1];
  }
  return gaps;
}
