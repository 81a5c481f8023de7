import type { Picture } from './picture.ts';

/** A part of a picture, in pixels from its top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Difference {
  /** Pixels around which the pictures differ, by their place in `greys`. */
  marked: Set<number>;
  /** Where all of them are. */
  box: Box;
}

/**
 * How far the greys of three by three pixels may differ on the average, of 255. Edges that are drawn a little softer, or
 * a tenth of a pixel further, stay below it, for there is as much ink as before; a pixel further is 82, and a letter that
 * is lost 50 or more. The full stops of notes and tables, which are not much larger than a pixel, may be missed.
 */
const tolerance = 34;

/** Where two pictures of a page differ to the eye; undefined where they do not. */
export function differenceOf(one: Picture, other: Picture): Difference | undefined {
  const { width, height } = one;
  if (width !== other.width || height !== other.height)
    return { marked: new Set(), box: { left: 0, top: 0, right: width, bottom: height } };
  const marked = new Set<number>();
  const box: Box = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      if (Math.abs(around(one, x, y) - around(other, x, y)) <= tolerance * 9) continue;
      marked.add(y * width + x);
      box.left = Math.min(box.left, x - 1);
      box.top = Math.min(box.top, y - 1);
      box.right = Math.max(box.right, x + 2);
      box.bottom = Math.max(box.bottom, y + 2);
    }
  return marked.size > 0 ? { marked, box } : undefined;
}

/** The sum of the greys of a pixel and the eight about it. */
function around({ width, greys }: Picture, x: number, y: number): number {
  let sum = 0;
  for (let row = (y - 1) * width; row <= (y + 1) * width; row += width)
    for (let column = x - 1; column <= x + 1; column++) sum += greys[row + column] ?? 0;
  return sum;
}
