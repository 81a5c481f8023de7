import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Face } from '../styles/style.ts';
import { fontsOf } from './fonts-of.ts';
import { postScriptName } from './postscript-name.ts';

/**
 * Reports the fonts of a PDF that are none of the style's faces, that are not embedded, or that are drawings in place of a font (Type 3).
 * `file` stands for the PDF.
 */
export async function checkFonts(file: VFile, pdf: Uint8Array, faces: readonly Face[]): Promise<void> {
  const known = new Set(faces.map(({ data }) => postScriptName(data)));
  for (const { name, type, embedded } of await fontsOf(pdf)) {
    const fault = !known.has(name) ? 'is none of the style’s faces' : !embedded ? 'is not embedded' : undefined;
    if (fault) {
      report(file, 'font-embedded', {
        found: `The font ${name || 'without a name'} ${fault}`,
        expected: [...known].sort().join(', '),
        fix: 'Some text asks for a family, or has a character, that faces.css lacks: name a face that has it.',
      });
    } else if (type === 'Type3') {
      report(file, 'font-embedded', {
        found: `The font ${name} is a set of drawings (Type 3)`,
        expected: 'a TrueType font',
        fix: 'Chrome draws variable and CFF fonts, and a bold that faces.css has not: name a static TrueType file for each weight.',
      });
    }
  }
}
