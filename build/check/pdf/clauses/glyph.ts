import type { Clause } from '../clause.ts';

export const glyph: Clause = {
  rule: 'pdf-glyph',
  appliesTo: ['print', 'screen', 'plain'],
  check(_, { find }) {
    return {
      text(shown) {
        const { font, codes } = shown;
        if (!font) return;
        for (const code of codes)
          if (font.isMissing(code))
            find({
              found: `${font.name} has no glyph for something that is painted in it`,
              expected: 'a face that has the character',
              fix: 'Name a face that has it in the style’s faces.css.',
              on: shown,
            });
      },
    };
  },
};
