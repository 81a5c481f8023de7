import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { fold, lettersIn } from '../../words/normalized-text.ts';
import { findHiddenWords } from './find-hidden-words.ts';
import { findWordsInFiles } from './find-words-in-files.ts';
import type { PaintedPiece } from './painted-piece.ts';
import type { PaintedPages } from './same-words.ts';

/**
 * Proves that each page of a PDF has the letters of the page that was composed, each in its place. `wanted` is the text
 * of each page, beginning with the cover. The PDF may have more: the stylesheet adds running heads, folios and the
 * numbers of lists. Reports in one of `manuscripts` if that has the words, else on `file`, which represents the PDF.
 * Returns true if they have. Whether words are whole is checked by tags, if there are any: from the positions of
 * letters it can only be guessed.
 */
export function provePageWords(
  file: VFile,
  { name, pages, hidden = [] }: PaintedPages,
  wanted: readonly string[],
  manuscripts: readonly VFile[] = [],
): boolean {
  if (pages.length !== wanted.length) {
    report(file, 'pdf-words', { found: `${name} has ${pages.length} pages`, expected: `${wanted.length}, as made up` });
    return false;
  }
  const letters = pages.map((pieces, i) => proveLetters(i, pieces, wanted[i] ?? ''));
  return !letters.includes(false);

  function proveLetters(i: number, pieces: readonly PaintedPiece[], text: string): boolean {
    const letters = lettersIn(fold(text));
    const parts = pieces.map((piece) => lettersIn(fold(piece.text)));
    let at = lettersInOrder(letters, parts.join(''));
    // Positioned elements are painted after all others, wherever they are on the page.
    if (at < letters.length) at = Math.max(at, lettersInParts(letters, parts));
    if (at === letters.length) return true;
    const why = findHiddenWords(
      hidden.filter(({ page }) => page === i + 1),
      letters,
      at,
      name,
    );
    // Text of templates is in no manuscript, and notes have other characters for their calls.
    const lost = [0, 8, 24, 48, 96].flatMap((from) =>
      [32, 16].map((length) => letters.slice(at + from, at + from + length)),
    );
    const place = findWordsInFiles(
      manuscripts,
      lost.filter((one) => one.length > 8 || one === letters.slice(at)),
    );
    report(place?.file ?? file, 'pdf-words', {
      at: place?.at,
      found: why ? `Text ${why.is}` : `Page ${i + 1} of ${name} lacks text, or has it in another order`,
      expected: `“${letters.slice(Math.max(0, at - 20), at)}” and then “${letters.slice(at, at + 30)}”`,
      ...(why ? { fix: why.fix } : {}),
    });
    return false;
  }
}

/** Returns how many of the wanted letters occur in order in the found ones, with others between them. */
function lettersInOrder(wanted: string, found: string): number {
  let at = 0;
  for (let i = 0; i < found.length && at < wanted.length; i++) if (found[i] === wanted[at]) at++;
  return at;
}

/**
 * Returns how many of the wanted letters can be put together from parts, each used once, perhaps without a label before
 * it.
 */
function lettersInParts(wanted: string, parts: readonly string[]): number {
  const left = [...parts].sort((a, b) => b.length - a.length);
  let at = 0;
  while (at < wanted.length) {
    let found: { part: number; from: number } | undefined;
    for (let from = 0; from <= maxLabelLength && !found; from++) {
      const part = left.findIndex((one) => one.length > from && wanted.startsWith(one.slice(from), at));
      if (part >= 0) found = { part, from };
    }
    if (!found) return at;
    at += (left[found.part] as string).length - found.from;
    left.splice(found.part, 1);
  }
  return at;
}

/** The most letters and digits of a list’s label: `xxviii`. */
const maxLabelLength = 6;
