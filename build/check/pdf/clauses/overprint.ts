import type { Clause } from '../clause.ts';
import { type Colour, inksOf } from '../colour.ts';
import type { State } from '../state.ts';

export const overprint: Clause = {
  rule: 'print-overprint',
  of: ['print'],
  look(_, { find }) {
    let last: State | undefined;
    return {
      text(text) {
        if (text.state === last) return;
        last = text.state;
        if (last.overprintFill && isWhite(last.fill))
          find({ found: 'White text overprints', expected: 'text that is knocked out', on: text });
      },
      path(path) {
        const { fill, stroke, overprintFill, overprintStroke } = path.state;
        const white =
          (path.fills && overprintFill && isWhite(fill)) || (path.strokes && overprintStroke && isWhite(stroke));
        if (white) find({ found: 'Something white overprints', expected: 'white that is knocked out', on: path });
      },
    };
  },
};

function isWhite({ space, values, pattern }: Colour): boolean {
  return !pattern && (inksOf(space, values)?.every((ink) => ink === 0) ?? false);
}
