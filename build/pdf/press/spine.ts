/** How thick a leaf is where nobody says, in mm: offset paper of 80 g/m² and volume 1.25. */
const usualLeaf = 0.1;

/**
 * How wide the spine of an issue is, in mm: as many leaves as its pages make, each as thick as the paper, to a tenth of a millimetre. `paper` is the thickness of a leaf, in mm. An issue
 * that is stapled has none.
 */
export function spineWidth(
  pages: number,
  { spine, paper = usualLeaf, imposition }: { spine: number | 'auto'; paper?: number | undefined; imposition: string },
): number {
  if (spine !== 'auto') return spine;
  if (imposition === 'saddle-stitch') return 0;
  return Math.round(Math.ceil(pages / 2) * paper * 10) / 10;
}
