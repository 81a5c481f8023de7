import { type FontIdentity, type PdfFont, readFontIdentity } from '../../../pdf-reading/content/font.ts';
import type { PdfPage } from '../../../pdf-reading/pages.ts';
import { fontDictsOf } from '../../../pdf-reading/read-pdf.ts';
import type { Clause } from '../clause.ts';

export const fontEmbedded: Clause = {
  rule: 'pdf-font-embedded',
  appliesTo: ['print', 'screen', 'plain'],
  check(pdf, { find }, { quick }) {
    const look = ({ name, isEmbedded }: FontIdentity, page?: PdfPage) => {
      if (!isEmbedded)
        find({
          found: `The font ${name || 'without a name'} is not in the file`,
          expected: 'all fonts embedded',
          on: page,
        });
    };
    if (quick) {
      for (const dict of fontDictsOf(pdf)) look(readFontIdentity(dict));
      return undefined;
    }
    let last: PdfFont | undefined;
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
