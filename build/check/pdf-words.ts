import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/**
 * Proves on a finished PDF that each page has the letters of the page that was composed, in order, and its words whole. `pages` is the text of each page,
 * from the cover on, with U+00AD where a hyphen was added. Running heads, folios and the numbers of lists are the stylesheet’s, and more than is asked for.
 */
export async function checkPdfWords(file: VFile, pdf: Uint8Array, pages: readonly string[]): Promise<void> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  try {
    if (document.numPages !== pages.length) {
      report(file, 'pdf-words', {
        found: `The PDF has ${document.numPages} pages`,
        expected: `${pages.length}, as made up`,
      });
      return;
    }
    for (const [i, wanted] of pages.entries()) {
      const { items } = await (await document.getPage(i + 1)).getTextContent();
      const found = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      comparePage(file, i + 1, wanted, found);
    }
  } finally {
    await document.loadingTask.destroy();
  }
}

function comparePage(file: VFile, page: number, wanted: string, found: string): void {
  const letters = fold(wanted).replace(/[^\p{L}\p{N}]/gu, '');
  const there = fold(found).replace(/[^\p{L}\p{N}]/gu, '');
  let at = 0;
  for (const letter of there) if (letter === letters[at]) at++;
  if (at < letters.length) {
    report(file, 'pdf-words', {
      found: `Page ${page} of the PDF lacks text, or has it in another order`,
      expected: `“${letters.slice(Math.max(0, at - 20), at)}” and then “${letters.slice(at, at + 30)}”`,
    });
    return;
  }
  const tokens = new Set(wordsOf(fold(found)));
  // The halves of a divided word stand apart in the PDF; what was divided at its page’s end has no other half here.
  const torn = wordsOf(fold(wanted).replace(/[\p{L}\p{N}]*\u00ad\s*[\p{L}\p{N}]*/gu, ' ')).find(
    (word) => word.length > 3 && !tokens.has(word),
  );
  if (torn !== undefined) {
    report(file, 'pdf-words', {
      found: `On page ${page} of the PDF a word is in pieces, or run into another`,
      expected: `“${torn}”`,
    });
  }
}

/** One form for what looks alike: some programs read an apostrophe as a letter, small capitals as capitals. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u02bb\u02bc\u2018\u2019\p{M}]/gu, '');
}

/** Runs of letters. Figures beside them may be calls. */
function wordsOf(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
