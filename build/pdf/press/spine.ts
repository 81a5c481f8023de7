import { uncountedPages } from '../../record/uncounted-pages.ts';
import type { PrintedUnit } from '../printed-unit.ts';

/** The default thickness of a leaf, in mm: offset paper of 80 g/m² and volume 1.25. */
const usualLeaf = 0.1;

/**
 * The width of an issue’s spine, in mm: the thickness of all its leaves, rounded to a tenth. `paper` is the thickness
 * of a leaf, in mm. A stapled issue has no spine.
 */
export function spineWidth(
  pages: number,
  { spine, paper = usualLeaf, imposition }: { spine: number | 'auto'; paper?: number | undefined; imposition: string },
): number {
  if (spine !== 'auto') return spine;
  if (imposition === 'saddle-stitch') return 0;
  return Math.round(Math.ceil(pages / 2) * paper * 10) / 10;
}

/** The number of an issue’s pages without the cover and its inside, where the cover is printed by itself. */
export function pagesInside(units: readonly Pick<PrintedUnit, 'folios'>[]): number {
  const pages = units.flatMap(({ folios }) => folios.map((folio) => ({ folio })));
  return pages.length - uncountedPages({ pages });
}
