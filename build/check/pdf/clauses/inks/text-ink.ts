import { baseSpace, type Colour, describeColour, isRgbOrLab } from '../../../../pdf-reading/content/colour.ts';
import { type GraphicsState, textColours } from '../../../../pdf-reading/content/graphics-state.ts';
import { inksOf } from '../../../../pdf-reading/content/inks.ts';
import type { Clause } from '../../clause.ts';

/** The amount of black ink from which text with other inks below it counts as black. */
const minBlack = 0.8;
const tolerance = 0.005;

export const textInk: Clause = {
  rule: 'print-text-ink',
  appliesTo: ['print'],
  check(_, { find }) {
    let last: GraphicsState | undefined;
    return {
      text(shown) {
        const { state } = shown;
        if (state === last) return;
        last = state;
        for (const colour of textColours(state)) {
          const fault = faultOf(colour);
          if (fault) find({ ...fault, on: shown });
        }
      },
    };
  },
};

function faultOf(colour: Colour): { found: string; expected: string } | undefined {
  if (colour.pattern) return undefined;
  if (isRgbOrLab(baseSpace(colour.space)))
    return { found: `Text is painted in ${describeColour(colour)}`, expected: 'ink: black text in 0 0 0 1 of CMYK' };
  // Crop marks are on every plate.
  if (colour.space.inks?.[0] === 'All') return undefined;
  const [c, m, y, k] = inksOf(colour.space, colour.values) ?? [0, 0, 0, 0];
  const others = c > tolerance || m > tolerance || y > tolerance;
  if (k >= minBlack && others)
    return { found: `Black text has other inks below it: ${describeColour(colour)}`, expected: 'black ink alone' };
  if (k < minBlack && Math.min(c, m, y) >= 0.6)
    return { found: `Dark text is mixed of three inks: ${describeColour(colour)}`, expected: 'black ink alone' };
  return undefined;
}
