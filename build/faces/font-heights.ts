import { openFont } from './open-font.ts';

/** The mean of the heights of x and H in a face, in em; undefined for a face that says none. */
export function fontHeights(data: Uint8Array): number | undefined {
  const font = openFont(data);
  const { sxHeight = 0, sCapHeight = 0 } = (font.tables.os2 ?? {}) as { sxHeight?: number; sCapHeight?: number };
  return sxHeight > 0 && sCapHeight > 0 ? (sxHeight + sCapHeight) / 2 / font.unitsPerEm : undefined;
}
