import type { PdfFont } from '../../../pdf-reading/content/font.ts';
import type { MarkedSequence } from '../../../pdf-reading/content/marked-sequence.ts';
import type { PaintedObject } from '../../../pdf-reading/content/painted.ts';
import { textAt } from '../../../pdf-reading/file/objects.ts';
import type { Clause } from '../clause.ts';

export const fontUnicode: Clause = {
  rule: 'pdf-font-unicode',
  appliesTo: ['print', 'screen', 'plain'],
  check({ tags }, { find }, { profile }) {
    // The standards require it of PDFs for readers; in others it is a courtesy.
    const level = profile === 'screen' ? 'error' : 'warning';
    const known = new Map<PdfFont, Set<number>>();
    const isTagReplaced = ({ marks }: PaintedObject): boolean => {
      const mark = marks.findLast(({ id }) => id !== undefined);
      const tag = mark && tags?.parentOf(mark.row, mark.id);
      return textAt(tag, 'ActualText') !== undefined;
    };
    return {
      text(shown) {
        const { font, codes, marks, page } = shown;
        if (!font) return;
        if (!font.unicode) {
          if (!font.hasGlyphNames && !hasActualText(marks))
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
          if (meaning && privateUse.test(meaning)) {
            // Only the font’s maker knows what it means (ISO 19005-2, 6.2.11.7.3).
            if (!hasActualText(marks) && !isTagReplaced(shown))
              find({
                found: `Glyph ${code} of ${font.name} is a character of private use, which only its maker can read`,
                expected: 'ActualText with the characters that it shows',
                level,
                on: shown,
              });
          } else if (meaning && notCharacter.test(meaning)) {
            // Even with ActualText, the map itself must be right.
            find({
              found: `Glyph ${code} of ${font.name} is said to be ${codePointIn(meaning)}, which is not a character`,
              expected: 'a character in its ToUnicode map',
              level,
              on: shown,
            });
          } else if (meaning) right.add(code);
          else if ((!font.hasGlyphNames || meaning !== undefined) && !marks.some(isArtifact))
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

const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

/** Code points that Unicode will never assign, and the replacement character. */
const notCharacter = /[\0\ufeff\ufffd\p{Noncharacter_Code_Point}]/u;

function codePointIn(text: string): string {
  const code = text.codePointAt(text.search(notCharacter)) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** True if the text of the glyphs is given beside them, or they are decoration, which has none. */
function hasActualText(marks: readonly MarkedSequence[]): boolean {
  return marks.some((mark) => isArtifact(mark) || mark.actualText !== undefined);
}

function isArtifact({ tag }: MarkedSequence): boolean {
  return tag === 'Artifact';
}
