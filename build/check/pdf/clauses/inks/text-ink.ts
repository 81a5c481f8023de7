import { type Colour, describeColour, isLight, plainSpace } from '../../../../pdf-reading/content/colour.ts';
import { inksOf } from '../../../../pdf-reading/content/inks.ts';
import { type State, textColours } from '../../../../pdf-reading/content/state.ts';
import type { Clause } from '../../clause.ts';

/** From how much black ink on a text counts as black, with others below it. */
const blackFrom = 0.8;
const trace = 0.005;

export const textInk: Clause = {
  rule: 'print-text-ink',
  of: ['print'],
  look(_, { find }) {
    let last: State | undefined;
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
  if (isLight(plainSpace(colour.space)))
    return { found: `Text is painted in ${describeColour(colour)}`, expected: 'ink: black text in 0 0 0 1 of CMYK' };
  // Signs for the cutter are on every plate.
  if (colour.space.inks?.[0] === 'All') return undefined;
  const [c, m, y, k] = inksOf(colour.space, colour.values) ?? [0, 0, 0, 0];
  const others = c > trace || m > trace || y > trace;
  if (k >= blackFrom && others)
    return { found: `Black text has other inks below it: ${describeColour(colour)}`, expected: 'black ink alone' };
  if (k < blackFrom && Math.min(c, m, y) >= 0.6)
    return { found: `Dark text is mixed of three inks: ${describeColour(colour)}`, expected: 'black ink alone' };
  return undefined;
}
