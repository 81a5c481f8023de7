import type { Clause } from '../clause.ts';
import type { Font } from '../font.ts';

export const fontEmbedded: Clause = {
  rule: 'pdf-font-embedded',
  of: ['print', 'screen', 'plain'],
  look(_, { find }) {
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
        else if (!font.embedded)
          find({
            found: `The font ${font.name || 'without a name'} is not in the file`,
            expected: 'all fonts embedded',
            on: page,
          });
      },
      page() {
        last = undefined;
      },
    };
  },
};
