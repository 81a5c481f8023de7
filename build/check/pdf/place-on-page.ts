import type { PaintedObject } from '../../pdf-reading/content/painted.ts';
import { boxOf, type PdfPage } from '../../pdf-reading/pages.ts';

const mm = 25.4 / 72;

/**
 * Returns the page of a painted object and its position, as measured with a ruler: from the left and the top of the
 * page as it is cut, or shown.
 */
export function placeOnPage(on: PdfPage | PaintedObject | undefined): { page: number; at?: string } | undefined {
  if (!on) return undefined;
  if (!('at' in on)) return { page: on.number };
  const { page, at } = on;
  const [left, , , top] = boxOf(page, 'TrimBox') ?? boxOf(page, 'CropBox') ?? boxOf(page, 'MediaBox') ?? [0, 0, 0, 0];
  const [x, y] = [(at[0] - left) * mm, (top - at[1]) * mm];
  if (!Number.isFinite(x + y)) return { page: page.number };
  return { page: page.number, at: `${Math.round(x)} mm from the left, ${Math.round(y)} mm from the top` };
}
