import type { Font } from '../../../pdf-reading/content/font.ts';
import type { Mark } from '../../../pdf-reading/content/marks.ts';
import type { Painted } from '../../../pdf-reading/content/painted.ts';
import { textAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const fontUnicode: Clause = {
  rule: 'pdf-font-unicode',
  of: ['print', 'screen', 'plain'],
  look({ tags }, { find }, { profile }) {
    // Of readers’ PDFs the standards ask it; of others it is a kindness.
    const level = profile === 'screen' ? 'error' : 'warning';
    const known = new Map<Font, Set<number>>();
    const saysTag = ({ marks }: Painted): boolean => {
      const mark = marks.findLast(({ id }) => id !== undefined);
      const tag = mark && tags?.parentOf(mark.row, mark.id);
      return textAt(tag, 'ActualText') !== undefined;
    };
    return {
      text(shown) {
        const { font, codes, marks, page } = shown;
        if (!font) return;
        if (!font.unicode) {
          if (!font.named && !isSaid(marks))
            find({
              found: `The font ${font.name || 'without a name'} does not say which characters its glyphs are`,
              expected: 'a ToUnicode map',
              level,
              on: page,
            });
          return;
        }
        const right = known.get(font) ?? new Set();
        known.set(font, right);
        for (const code of codes) {
          if (right.has(code)) continue;
          const meaning = font.unicode.get(code);
          if (meaning && isPrivate.test(meaning)) {
            // Nobody but the font’s maker knows what it is (ISO 19005-2, 6.2.11.7.3).
            if (!isSaid(marks) && !saysTag(shown))
              find({
                found: `Glyph ${code} of ${font.name} is a character of private use, which nobody else can read`,
                expected: 'ActualText with what it stands for',
                level,
                on: shown,
              });
          } else if (meaning && isNone.test(meaning)) {
            // Said beside it or not: the map itself is to be right.
            find({
              found: `Glyph ${code} of ${font.name} is said to be ${named(meaning)}, which is no character`,
              expected: 'a character in its ToUnicode map',
              level,
              on: shown,
            });
          } else if (meaning) right.add(code);
          else if ((!font.named || meaning !== undefined) && !marks.some(isArtifact))
            find({
              found: `Glyph ${code} of ${font.name} does not say which character it is`,
              expected: 'an entry in its ToUnicode map',
              level,
              on: shown,
            });
        }
      },
    };
  },
};

const isPrivate = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

/** What Unicode will never make a character, and the sign for what could not be read. */
const isNone = /[\0\ufeff\ufffd\p{Noncharacter_Code_Point}]/u;

function named(text: string): string {
  const code = text.codePointAt(text.search(isNone)) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What stands for the glyphs can be said beside them, and decoration says nothing. */
function isSaid(marks: readonly Mark[]): boolean {
  return marks.some((mark) => isArtifact(mark) || mark.actualText !== undefined);
}

function isArtifact({ tag }: Mark): boolean {
  return tag === 'Artifact';
}
