import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { saddleStitch } from '../../pdf/press/signature.ts';
import { addSoftBreak, appendText, emptyText, lettersIn } from '../../words/normalized-text.ts';
import { findHiddenWords } from './find-hidden-words.ts';
import type { HiddenText, PaintedPiece } from './painted-piece.ts';

/** The texts of a PDF’s pages, in the order in which they are painted. */
export interface PaintedPages {
  /** The name of the PDF in diagnostics. */
  name: string;
  pages: readonly (readonly PaintedPiece[])[];
  /** Texts that are painted on them and cannot be seen. */
  hidden?: readonly HiddenText[];
}

/**
 * Proves that the pages of a print PDF paint the words of the screen PDF’s pages, from its page `first` on, counted
 * from 0; further pages must be empty. Reports on `file`, which represents the print PDF. Returns true if they do.
 */
export function proveSameWords(file: VFile, one: PaintedPages, screen: PaintedPages, first: number): boolean {
  const count = Math.max(one.pages.length, screen.pages.length - first);
  for (let i = 0; i < count; i++)
    if (!hasSameWords(file, `Page ${i + 1}`, one.pages[i], screen, first + i, one)) return false;
  return true;
}

/**
 * Proves that the sheets of a folded and stapled issue have the words of each page of the screen PDF, from its page
 * `first` on, on the right half of the right side: `halves` has the texts left and right of the fold, side by side.
 * Reports on `file`. Returns true if they do.
 */
export function proveImposedWords(
  file: VFile,
  halves: readonly (readonly [left: readonly PaintedPiece[], right: readonly PaintedPiece[]])[],
  screen: PaintedPages,
  first: number,
): boolean {
  const count = screen.pages.length - first;
  const sides = saddleStitch(count);
  if (halves.length !== sides.length) {
    report(file, 'pdf-words', {
      found: `There are ${halves.length} sides of sheets`,
      expected: `${sides.length}, for ${count} pages`,
    });
    return false;
  }
  for (const [i, { left, right }] of sides.entries())
    for (const [half, page] of [left, right].entries()) {
      const where = `The ${half === 0 ? 'left' : 'right'} half of side ${i + 1}`;
      if (!hasSameWords(file, where, halves[i]?.[half], screen, page === undefined ? undefined : first + page))
        return false;
    }
  return true;
}

/**
 * True if pieces have the words of a page of the screen PDF, counted from 0; if there is no such page, they must be
 * empty. Reports the first difference.
 */
function hasSameWords(
  file: VFile,
  where: string,
  pieces: readonly PaintedPiece[] = [],
  screen: PaintedPages,
  page: number | undefined,
  { name, hidden = [] }: Partial<PaintedPages> = {},
): boolean {
  const wanted = page === undefined ? undefined : screen.pages[page];
  const [here, there] = [paintedLettersOf(pieces), paintedLettersOf(wanted ?? [])];
  if (here === there) return true;
  let at = 0;
  while (here[at] === there[at]) at++;
  const why = findHiddenWords(hidden, there, at, name ?? '');
  if (why)
    report(file, 'pdf-words', {
      found: `“${there.slice(at, at + 30)}” ${why.is}`,
      expected: 'all of it',
      fix: why.fix,
    });
  else
    report(file, 'pdf-words', {
      found: `${where} has other words than ${wanted ? `page ${(page ?? 0) + 1} of ${screen.name}` : 'an empty page'}: “${around(here, at)}”`,
      expected: wanted ? `“${around(there, at)}”` : 'none',
    });
  return false;
}

const around = (letters: string, at: number) => letters.slice(Math.max(0, at - 20), at + 30);

/** Returns the letters and digits of a page, in the order of painting. */
export function paintedLettersOf(pieces: readonly PaintedPiece[]): string {
  const normalized = emptyText();
  for (const { text } of pieces) {
    appendText(normalized, text);
    addSoftBreak(normalized);
  }
  // At the end of a line, one PDF has a hyphen as text that the other only paints.
  return lettersIn(normalized.characters);
}
