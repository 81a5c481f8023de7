import type { Point, Position } from 'unist';

/** The places of a text: a range of offsets as lines and columns. */
export type PlaceAt = (from: number, to?: number) => Position;

/** Returns a function that gives the place of any range of a text. */
export function placesIn(text: string): PlaceAt {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const point = (offset: number): Point => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
  };
  return (from, to = from) => ({ start: point(from), end: point(Math.max(from, to)) });
}
