import { goodResolution, minResolution, speck } from '../../../../pdf/press/limits.ts';
import { scaleOf } from '../../../../pdf-reading/content/matrix.ts';
import type { Clause } from '../../clause.ts';

export const resolution: Clause = {
  rule: 'print-resolution',
  appliesTo: ['print'],
  check(_, { find, skip }) {
    let met = 0;
    return {
      image(image) {
        met++;
        const { x, y } = scaleOf(image.state.matrix);
        const ppi = Math.min(image.width / (x / 72), image.height / (y / 72));
        if (!(ppi + 0.5 < goodResolution) || Math.min(x, y) < speck) return;
        find({
          found: `A picture of ${image.width} × ${image.height} pixels has ${Math.round(ppi)} to the inch`,
          expected: `${goodResolution}`,
          fix: 'Ask for a larger file, or print it smaller.',
          level: ppi < minResolution ? 'error' : 'warning',
          on: image,
        });
      },
      end() {
        if (met === 0) skip('There are no pictures of pixels');
      },
    };
  },
};
