import type { Colour } from '../../../../pdf-reading/content/colour.ts';
import { type GraphicsState, isTransparent } from '../../../../pdf-reading/content/graphics-state.ts';
import { inksOf } from '../../../../pdf-reading/content/inks.ts';
import type { Clause } from '../../clause.ts';

export const overprint: Clause = {
  rule: 'print-overprint',
  appliesTo: ['print'],
  check(_, { find }, { black }) {
    let last: GraphicsState | undefined;
    return {
      text(text) {
        if (text.state === last) return;
        last = text.state;
        if (last.overprintFill && isWhite(last.fill))
          find({ found: 'White text overprints', expected: 'text that is knocked out', on: text });
        if (black === 'overprint' && knocksOut(last))
          find({
            found: 'Black text knocks out what is below it',
            expected: 'text that overprints, as asked',
            on: text,
          });
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

/**
 * True if text in solid black removes the inks below. In DeviceCMYK it does unless the overprint mode is 1; transparent
 * text is mixed with them.
 */
function knocksOut(state: GraphicsState): boolean {
  const { fill, textMode, overprintFill, overprintMode } = state;
  if (fill.pattern || textMode % 2 === 1 || isTransparent(state)) return false;
  if (inksOf(fill.space, fill.values)?.join(' ') !== '0 0 0 1 0') return false;
  return !overprintFill || (fill.space.family === 'DeviceCMYK' && overprintMode !== 1);
}
