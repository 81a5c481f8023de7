import { readFontIdentity } from '../../../pdf-reading/content/font.ts';
import { fontDictsOf } from '../../../pdf-reading/read-pdf.ts';
import type { Clause } from '../clause.ts';

export const faces: Clause = {
  rule: 'pdf-faces',
  appliesTo: ['print', 'screen'],
  check(pdf, { find, skip }, { faces }) {
    if (!faces) return skip('The style that it was set in is not known');
    for (const { name } of fontDictsOf(pdf).map(readFontIdentity))
      if (!faces.includes(name))
        find({
          found: `The font ${name || 'without a name'} is none of the style’s faces`,
          expected: [...new Set(faces)].sort().join(', '),
          fix: 'Some text asks for a family, or has a character, that faces.css lacks: name a face that has it.',
        });
  },
};
