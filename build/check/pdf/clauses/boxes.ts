import { boxOf, type Rectangle } from '../../../pdf-reading/pages.ts';
import type { Clause } from '../clause.ts';

/** Points of tolerance, since boxes are written with few digits. */
const rounding = 0.01;

export const boxes: Clause = {
  rule: 'print-boxes',
  appliesTo: ['print'],
  isOfFrame: true,
  check({ pages }, { find }) {
    for (const page of pages) {
      const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => boxOf(page, name));
      if (!media) find({ found: 'The page has no size (MediaBox)', expected: 'one', on: page });
      else if (!trim) find({ found: 'The page does not say where it is cut', expected: 'a TrimBox', on: page });
      else if (boxOf(page, 'ArtBox'))
        find({ found: 'The page has an ArtBox beside its TrimBox', expected: 'either of them', on: page });
      else if (!inside(trim, bleed ?? media))
        find({ found: 'The page is cut outside its bleed', expected: 'TrimBox inside BleedBox', on: page });
      else if (bleed && !inside(bleed, media))
        find({ found: 'The bleed is larger than the sheet', expected: 'BleedBox inside MediaBox', on: page });
    }
  },
};

function inside(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner[0] >= outer[0] - rounding &&
    inner[1] >= outer[1] - rounding &&
    inner[2] <= outer[2] + rounding &&
    inner[3] <= outer[3] + rounding
  );
}
