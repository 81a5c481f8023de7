/** The heights at which notes in a margin begin, and how far the last goes below the end of the margin. */
export interface Stack {
  tops: number[];
  below: number;
}

/**
 * Places notes in a margin beside the lines that they are about, none over another, in the order of these lines: where
 * there is no room, each as near as the others allow. `wanted` are the heights at which they would begin; `top` and
 * `bottom` are the ends of the margin. All are lengths of one unit, from the same edge.
 */
export function stackBeside(
  wanted: readonly number[],
  heights: readonly number[],
  { top, bottom, gap }: { top: number; bottom: number; gap: number },
): Stack {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const tops = wanted.map(() => top);
  const height = (i: number) => heights[i] ?? 0;
  const down = (from: (i: number) => number) => {
    let free = top;
    for (const i of order) {
      tops[i] = Math.max(from(i), free);
      free = tops[i] + height(i) + gap;
    }
  };
  down((i) => wanted[i] ?? 0);
  let end = bottom;
  for (const i of order.toReversed()) {
    tops[i] = Math.min(tops[i] ?? 0, end - height(i));
    end = tops[i] - gap;
  }
  // What does not fit begins at the top, and goes below the end.
  down((i) => tops[i] ?? 0);
  const last = order.at(-1);
  return { tops, below: last === undefined ? 0 : Math.max(0, (tops[last] ?? 0) + height(last) - bottom) };
}
