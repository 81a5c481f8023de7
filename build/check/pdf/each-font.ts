import { type FontIdentity, type PdfFont, readFontIdentity } from '../../pdf-reading/content/font.ts';
import type { PaintedText, Watcher } from '../../pdf-reading/content/painted.ts';
import type { PdfPage } from '../../pdf-reading/pages.ts';
import { fontDictsOf, type Pdf } from '../../pdf-reading/read-pdf.ts';

/**
 * Calls `look` for each font of a file: in a quick check, for all fonts that the file has; otherwise for the fonts that
 * text is painted in, page by page, whenever the font changes. Text for which `counts` is false is ignored.
 */
export function eachFont(
  pdf: Pdf,
  quick: boolean | undefined,
  look: (font: FontIdentity, page?: PdfPage) => void,
  counts: (shown: PaintedText) => boolean = () => true,
): Watcher | undefined {
  if (quick) {
    for (const dict of fontDictsOf(pdf)) look(readFontIdentity(dict));
    return undefined;
  }
  let last: PdfFont | undefined;
  return {
    text(shown) {
      if (!counts(shown) || !shown.font || shown.font === last) return;
      last = shown.font;
      look(last, shown.page);
    },
    page() {
      last = undefined;
    },
  };
}
