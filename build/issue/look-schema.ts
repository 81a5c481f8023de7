import * as v from 'valibot';
import { paperForm, paperOf } from './paper.ts';
import { colourValue, helped, text } from './values.ts';

const typeface = text;
const heads = ['author', 'title', 'journal', 'section', 'none'] as const;
const headsForm = 'author, title, journal, section or none';

/**
 * Keys of journal.yaml for the design choices that most journals want to make: they set the tokens of the style and
 * take precedence over its stylesheets.
 */
export const lookKeys = {
  page: v.optional(
    helped(
      v.pipe(
        v.string(paperForm),
        v.check((value) => paperOf(value) !== undefined, paperForm),
      ),
      'The size of the page when it is cut: A4, A5, A6, B5, B6, letter, half-letter, or 170 × 240 mm, 6 × 9 in. Margins, lines and columns are computed from it. Without it, the style’s own.',
    ),
  ),
  columns: v.optional(
    helped(
      v.picklist([1, 2], '1 or 2'),
      'How many columns the text has. Without it, as many as the style has, where the page is wide enough.',
    ),
  ),
  accent: v.optional(
    helped(
      colourValue,
      'The journal’s colour, in quotation marks: "#7a1f2b". An issue may have its own, in issue.yaml.',
    ),
  ),
  faces: v.optional(
    helped(
      v.strictObject(
        {
          text: v.optional(
            helped(typeface, 'Text and notes; titles, too, where the style sets them in the face of the text.'),
          ),
          italic: v.optional(helped(typeface, 'Italics for the text, where its own face has none.')),
          bold: v.optional(helped(typeface, 'Bold for the text, where its own face has none.')),
          titles: v.optional(helped(typeface, 'The titles of articles.')),
          sans: v.optional(helped(typeface, 'Headings, captions, tables and running heads.')),
          code: v.optional(helped(typeface, 'Code.')),
        },
        'the keys text:, italic:, bold:, titles:, sans:, code:',
      ),
      'Typefaces: each an npm package that is installed in the journal’s folder, in quotation marks, such as "@expo-google-fonts/literata", or a folder of .ttf files in styles/. Of a package with several families, one is named behind a #: "computer-modern#CMU Serif".',
    ),
  ),
  'running-heads': v.optional(
    helped(
      v.strictObject(
        {
          left: v.optional(
            helped(v.picklist(heads, headsForm), 'On left-hand pages. Without it, the journal and issue.'),
          ),
          right: v.optional(
            helped(v.picklist(heads, headsForm), 'On right-hand pages. Without it, the article’s title.'),
          ),
        },
        'the keys left: and right:',
      ),
      'What stands at the head of the pages of an article.',
    ),
  ),
  'first-article': v.optional(
    helped(
      v.picklist(['recto', 'next'], 'recto or next'),
      'Where the first article begins. recto: on a right-hand page, as in most quarterlies, with an empty page before it if need be. next: on the page after the contents, whichever side it is. Without it, as the style has it: next.',
    ),
  ),
};
