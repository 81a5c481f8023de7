import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { isElsewhere, type PaintedPiece } from './painted-texts.ts';
import { fold as foldLetters } from './strand.ts';

/**
 * Proves that each page of a PDF, of which `pages` is what they paint, has the letters of the page that was composed, in order, and its words whole. `wanted` is
 * the text of each page, from the cover on, with U+00AD where a hyphen was added. Running heads, folios and the numbers of lists are the stylesheet’s, and more
 * than is asked for. Reported on `file`, which stands for the PDF.
 */
export function provePageWords(
  file: VFile,
  pages: readonly (readonly PaintedPiece[])[],
  wanted: readonly string[],
): void {
  if (pages.length !== wanted.length) {
    report(file, 'pdf-words', { found: `The PDF has ${pages.length} pages`, expected: `${wanted.length}, as made up` });
    return;
  }
  for (const [i, pieces] of pages.entries()) comparePage(file, i + 1, wanted[i] as string, pieces);
}

function comparePage(file: VFile, page: number, wanted: string, pieces: readonly PaintedPiece[]): void {
  const found = pieces.map(({ text }) => text).join('\n');
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
  // A word may go on in another tag, and cells of a table stand side by side without a space.
  const lines = pieces.map(({ text, from }, i) => {
    const before = pieces[i - 1];
    return (!before || isElsewhere(before.to, from) ? '\n' : '') + text;
  });
  const tokens = new Set([...wordsOf(fold(found)), ...wordsOf(fold(lines.join('')))]);
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

const fold = (text: string) =>
  foldLetters(text)
    .normalize('NFD')
    .replace(/[’\p{M}]/gu, '');

/** Runs of letters. Figures beside them may be calls. */
function wordsOf(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
