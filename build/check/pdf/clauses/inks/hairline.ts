import { minLineWidth, speck } from '../../../../pdf/press/limits.ts';
import { inksOf } from '../../../../pdf-reading/content/inks.ts';
import { minScaleOf } from '../../../../pdf-reading/content/matrix.ts';
import type { Clause } from '../../clause.ts';

const rounding = 0.005;

export const hairline: Clause = {
  rule: 'print-hairline',
  appliesTo: ['print'],
  check(_, { find }) {
    return {
      path(path) {
        const { state, box, strokes, fills } = path;
        const width = state.lineWidth * minScaleOf(state.matrix);
        const [left, bottom, right, top] = box;
        const [thin, length] = [right - left, top - bottom].sort((a, b) => a - b) as [number, number];
        const drawn = strokes ? width : fills && length >= speck && thin > 0 ? thin : minLineWidth;
        const { space, values } = strokes ? state.stroke : state.fill;
        if (drawn + rounding >= minLineWidth || inksOf(space, values)?.every((ink) => ink === 0)) return;
        find({
          found: `A line is ${drawn.toFixed(2)} pt thin`,
          expected: `${minLineWidth} pt`,
          ...(strokes && drawn === 0 ? { level: 'error' as const } : {}),
          on: path,
        });
      },
    };
  },
};
