import type { Clause } from '../clause.ts';
import type { Font } from '../font.ts';

export const fontDrawn: Clause = {
  rule: 'pdf-font-drawn',
  of: ['print', 'screen', 'plain'],
  look(_, { find }) {
    let last: Font | undefined;
    return {
      text(shown) {
        if (shown.font === last) return;
        last = shown.font;
        if (last?.type !== 'Type3') return;
        find({
          found: `The font ${last.name || 'without a name'} is a set of drawings (Type 3)`,
          expected: 'a TrueType or OpenType font',
          fix: 'Chrome draws variable and CFF fonts, and a bold or italic that no face has: name a static TrueType file for each in faces.css.',
          on: shown.page,
        });
      },
      page() {
        last = undefined;
      },
    };
  },
};
