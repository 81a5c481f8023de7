import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { PaintedPiece } from './painted-texts.ts';
import { addSoft, addText, newStrand } from './strand.ts';

/** Pages of a PDF as text, in the order in which they are painted. */
export interface PaintedPages {
  name: string;
  pages: readonly (readonly PaintedPiece[])[];
}

/**
 * Proves that the pages of one PDF paint the words of those of another: its pages from `first` on, counted from 0. Reported on `file`, which stands for the one.
 * Returns whether they do.
 */
export function proveSameWords(file: VFile, one: PaintedPages, other: PaintedPages, first: number): boolean {
  for (const [i, page] of one.pages.entries()) {
    const [here, there] = [lettersOf(page), lettersOf(other.pages[first + i] ?? [])];
    if (here === there) continue;
    let at = 0;
    while (here[at] === there[at]) at++;
    report(file, 'pdf-words', {
      found: `Page ${i + 1} has other words than page ${first + i + 1} of ${other.name}: “${around(here, at)}”`,
      expected: `“${around(there, at)}”`,
    });
    return false;
  }
  return true;
}

const around = (letters: string, at: number) => letters.slice(Math.max(0, at - 20), at + 30);

function lettersOf(pieces: readonly PaintedPiece[]): string {
  const strand = newStrand();
  for (const { text } of pieces) {
    addText(strand, text);
    addSoft(strand);
  }
  // At a line’s end the one says a hyphen that the other only paints.
  return strand.letters.replace(/[^\p{L}\p{N}]/gu, '');
}
