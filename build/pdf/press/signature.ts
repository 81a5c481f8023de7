/**
 * One side of a sheet that is folded once: the numbers of its pages, from 0; undefined for an empty page. `depth`
 * counts sheets from the outermost, 0.
 */
export interface Spread {
  left: number | undefined;
  right: number | undefined;
  depth: number;
}

/**
 * The order in which pages are printed that are folded and stapled through the fold: sheet after sheet from the
 * outermost, front and back. Empty pages at the end complete a multiple of four.
 */
export function saddleStitch(pages: number): Spread[] {
  const all = Math.ceil(pages / 4) * 4;
  const page = (number: number) => (number < pages ? number : undefined);
  return Array.from({ length: all / 4 }, (_, depth): Spread[] => {
    const [first, last] = [2 * depth, all - 1 - 2 * depth];
    return [
      { left: page(last), right: page(first), depth },
      { left: page(first + 1), right: page(last - 1), depth },
    ];
  }).flat();
}
