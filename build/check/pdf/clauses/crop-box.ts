import { boxOf } from '../../../pdf-reading/pages.ts';
import type { Clause } from '../clause.ts';

export const cropBox: Clause = {
  rule: 'print-crop-box',
  appliesTo: ['print'],
  isOfFrame: true,
  check({ pages }, { find }) {
    for (const page of pages) {
      const [crop, media] = [boxOf(page, 'CropBox'), boxOf(page, 'MediaBox')];
      if (crop && media && crop.some((side, i) => Math.abs(side - (media[i] as number)) > 0.01))
        find({
          found: 'The page shows less than its sheet',
          expected: 'no CropBox, or one as large as the MediaBox',
          on: page,
        });
    }
  },
};
