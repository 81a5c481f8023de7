import { type FontIdentity, type PdfFont, readFontIdentity } from '../../pdf-reading/content/font.ts';
import type { Watcher } from '../../pdf-reading/content/painted.ts';
import type { PdfPage } from '../../pdf-reading/pages.ts';
import { fontDictsOf, type Pdf } from '../../pdf-reading/read-pdf.ts';

type Shown = Parameters<NonNullable<Watcher['text']>>[0];

/**
 * Looks at each font of a file: in a quick check at those that it holds; else at those that text is shown in, page by
 * page, as often as another one comes. `counts` says of text whether its font is looked at.
 */
export function eachFont(
  pdf: Pdf,
  quick: boolean | undefined,
  look: (font: FontIdentity, page?: PdfPage) => void,
  counts: (shown: Shown) => boolean = () => true,
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
