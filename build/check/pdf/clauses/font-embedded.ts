import type { FontIdentity } from '../../../pdf-reading/content/font.ts';
import type { PdfPage } from '../../../pdf-reading/pages.ts';
import type { Clause } from '../clause.ts';
import { eachFont } from '../each-font.ts';

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
    return eachFont(pdf, quick, look, (shown) => {
      // Text that is not painted needs no glyphs (ISO 19005-2, 6.2.11.4.1).
      if (shown.state.textMode === 3) return false;
      if (!shown.font)
        find({ found: 'Text is painted in no font', expected: 'a font of the page’s resources', on: shown });
      return true;
    });
  },
};
