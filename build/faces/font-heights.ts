import { openFont } from './open-font.ts';

/** The height of x in a face, in em; undefined for a face that does not say it. */
export function xHeightOf(data: Uint8Array): number | undefined {
  const { x, em } = statedHeights(data);
  return x > 0 ? x / em : undefined;
}

/** The mean of the heights of x and H in a face, in em; undefined for a face that does not say them. */
export function fontHeights(data: Uint8Array): number | undefined {
  const { x, capital, em } = statedHeights(data);
  return x > 0 && capital > 0 ? (x + capital) / 2 / em : undefined;
}

/** What a face says of its heights, in its own units; 0 for what it does not say. */
function statedHeights(data: Uint8Array): { x: number; capital: number; em: number } {
  const font = openFont(data);
  const { sxHeight = 0, sCapHeight = 0 } = (font.tables.os2 ?? {}) as { sxHeight?: number; sCapHeight?: number };
  return { x: sxHeight, capital: sCapHeight, em: font.unitsPerEm };
}
