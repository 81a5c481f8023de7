import { type Font, type FontFacts, readFontFacts } from '../../../pdf-reading/content/font.ts';
import type { Page } from '../../../pdf-reading/pages.ts';
import { fontDictsOf } from '../../../pdf-reading/read-pdf.ts';
import type { Clause } from '../clause.ts';

export const fontDrawn: Clause = {
  rule: 'pdf-font-drawn',
  of: ['print', 'screen', 'plain'],
  look(pdf, { find }, { quick }) {
    const look = ({ name, type }: FontFacts, page?: Page) => {
      if (type === 'Type3')
        find({
          found: `The font ${name || 'without a name'} is a set of drawings (Type 3)`,
          expected: 'a TrueType or OpenType font',
          fix: 'Chrome draws variable and CFF fonts, and a bold or italic that no face has: name a static TrueType file for each in faces.css.',
          on: page,
        });
    };
    if (quick) {
      for (const dict of fontDictsOf(pdf)) look(readFontFacts(dict));
      return undefined;
    }
    let last: Font | undefined;
    return {
      text(shown) {
        if (shown.font === last) return;
        last = shown.font;
        if (last) look(last, shown.page);
      },
      page() {
        last = undefined;
      },
    };
  },
};
