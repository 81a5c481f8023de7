import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { saddleStitch } from '../../pdf/press/signature.ts';
import { addSoftBreak, addText, emptyText, lettersIn } from '../../words/normalized-text.ts';
import type { PaintedPiece, UnseenText } from './spot.ts';
import { unseenWords } from './unseen-words.ts';

/** Pages of a PDF as text, in the order in which they are painted. */
export interface PaintedPages {
  /** Of the PDF, in diagnostics. */
  name: string;
  pages: readonly (readonly PaintedPiece[])[];
  /** What is painted on them and cannot be seen. */
  unseen?: readonly UnseenText[];
}

/**
 * Proves that the pages of a print PDF paint the words of those of the screen PDF, from its page `first` on, counted from 0; what it has more of is empty. Reported on
 * `file`, which stands for the print PDF. Returns whether they do.
 */
export function proveSameWords(file: VFile, one: PaintedPages, screen: PaintedPages, first: number): boolean {
  const count = Math.max(one.pages.length, screen.pages.length - first);
  for (let i = 0; i < count; i++)
    if (!sameWords(file, `Page ${i + 1}`, one.pages[i], screen, first + i, one)) return false;
  return true;
}

/**
 * Proves that the sheets of an issue that is folded and stapled have the words of each page of the screen PDF, from its page `first` on, on their sides and halves: `halves` is
 * what is left and right of the fold, side by side, and `count` how many pages were laid out. Reported on `file`. Returns whether they do.
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
      if (!sameWords(file, where, halves[i]?.[half], screen, page === undefined ? undefined : first + page))
        return false;
    }
  return true;
}

/** Whether something has the words of a page of the screen PDF, counted from 0; beyond its last page, and for none, whether it is empty. */
function sameWords(
  file: VFile,
  where: string,
  pieces: readonly PaintedPiece[] = [],
  screen: PaintedPages,
  page: number | undefined,
  { name, unseen = [] }: Partial<PaintedPages> = {},
): boolean {
  const wanted = page === undefined ? undefined : screen.pages[page];
  const [here, there] = [lettersOf(pieces), lettersOf(wanted ?? [])];
  if (here === there) return true;
  let at = 0;
  while (here[at] === there[at]) at++;
  const why = unseenWords(unseen, there, at, name ?? '');
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

/** The letters and figures of a page, in the order of painting. */
export function lettersOf(pieces: readonly PaintedPiece[]): string {
  const normalized = emptyText();
  for (const { text } of pieces) {
    addText(normalized, text);
    addSoftBreak(normalized);
  }
  // At a line’s end the one says a hyphen that the other only paints.
  return lettersIn(normalized.letters);
}
