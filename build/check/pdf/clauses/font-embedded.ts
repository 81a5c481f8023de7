import { type Font, type FontFacts, readFontFacts } from '../../../pdf-reading/content/font.ts';
import type { Page } from '../../../pdf-reading/pages.ts';
import { fontDictsOf } from '../../../pdf-reading/read-pdf.ts';
import type { Clause } from '../clause.ts';

export const fontEmbedded: Clause = {
  rule: 'pdf-font-embedded',
  of: ['print', 'screen', 'plain'],
  look(pdf, { find }, { quick }) {
    const look = ({ name, embedded }: FontFacts, page?: Page) => {
      if (!embedded)
        find({
          found: `The font ${name || 'without a name'} is not in the file`,
          expected: 'all fonts embedded',
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
        const { font, page, state } = shown;
        if (font === last && font) return;
        last = font;
        // Text that is not painted needs no glyphs (ISO 19005-2, 6.2.11.4.1).
        if (state.textMode === 3) last = undefined;
        else if (!font)
          find({ found: 'Text is painted in no font', expected: 'a font of the page’s resources', on: shown });
        else look(font, page);
      },
      page() {
        last = undefined;
      },
    };
  },
};
