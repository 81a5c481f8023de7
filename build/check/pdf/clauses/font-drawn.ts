import type { Clause } from '../clause.ts';
import { eachFont } from '../each-font.ts';

export const fontDrawn: Clause = {
  rule: 'pdf-font-drawn',
  appliesTo: ['print', 'screen', 'plain'],
  check(pdf, { find }, { quick }) {
    return eachFont(pdf, quick, ({ name, type }, page) => {
      if (type === 'Type3')
        find({
          found: `The font ${name || 'without a name'} is a set of drawings (Type 3)`,
          expected: 'a TrueType or OpenType font',
          fix: 'Chrome draws variable and CFF fonts, and a bold or italic that no face has: name a static TrueType file for each in faces.css.',
          on: page,
        });
    });
  },
};
