import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { fold, lettersIn } from '../../words/strand.ts';
import { placeOfWords } from './place-of-words.ts';
import type { PaintedPages } from './same-words.ts';
import { isElsewhere, type PaintedPiece } from './spot.ts';
import { unseenWords } from './unseen-words.ts';

/**
 * Proves that each page of a PDF has the letters of the page that was composed, in order, and its words whole. `wanted` is the text of each page, from the cover on, with U+00AD where
 * a hyphen was added. Running heads, folios and the numbers of lists are the stylesheet’s, and more than is asked for. Reported in one of `manuscripts`, where that has the
 * words, else on `file`, which stands for the PDF. Returns whether they have.
 */
export function provePageWords(
  file: VFile,
  { name, pages, unseen = [] }: PaintedPages,
  wanted: readonly string[],
  manuscripts: readonly VFile[] = [],
): boolean {
  if (pages.length !== wanted.length) {
    report(file, 'pdf-words', { found: `${name} has ${pages.length} pages`, expected: `${wanted.length}, as made up` });
    return false;
  }
  const all = pages.map(
    (pieces, i) => !proveLetters(i, pieces, wanted[i] ?? '') || !proveWhole(i, pieces, wanted[i] ?? ''),
  );
  return !all.includes(true);

  function proveLetters(i: number, pieces: readonly PaintedPiece[], text: string): boolean {
    const letters = lettersIn(fold(text));
    const there = lettersIn(fold(pieces.map((piece) => piece.text).join('\n')));
    let at = 0;
    for (let k = 0; k < there.length && at < letters.length; k++) if (there[k] === letters[at]) at++;
    if (at === letters.length) return true;
    const why = unseenWords(
      unseen.filter(({ page }) => page === i + 1),
      letters,
      at,
      name,
    );
    // What a template puts in is in no manuscript, and notes have signs for their calls.
    const lost = [0, 8, 24, 48, 96].flatMap((from) =>
      [32, 16].map((length) => letters.slice(at + from, at + from + length)),
    );
    const place = placeOfWords(
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

  function proveWhole(i: number, pieces: readonly PaintedPiece[], text: string): boolean {
    // A word may go on in another tag, and cells of a table stand side by side without a space.
    const lines = pieces.map(({ text, from }, k) => {
      const before = pieces[k - 1];
      return (!before || isElsewhere(before.to, from) ? '\n' : '') + text;
    });
    const found = pieces.map((piece) => piece.text).join('\n');
    const tokens = new Set([...wordsOf(found), ...wordsOf(lines.join(''))]);
    // The halves of a divided word stand apart in the PDF; what was divided at its page’s end has no other half here.
    const torn = wordsOf(text.replace(/[\p{L}\p{N}]*\u00ad\s*[\p{L}\p{N}]*/gu, ' ')).find(
      (word) => word.length > 3 && !tokens.has(word),
    );
    if (torn === undefined) return true;
    report(file, 'pdf-words', {
      found: `On page ${i + 1} of ${name} a word is in pieces, or run into another`,
      expected: `“${torn}”`,
    });
    return false;
  }
}

/** Runs of letters. Figures beside them may be calls, and marks on letters may be said in other ways. */
function wordsOf(text: string): string[] {
  return (
    fold(text)
      .normalize('NFD')
      .replace(/[’\p{M}]/gu, '')
      .match(/\p{L}+/gu) ?? []
  );
}
