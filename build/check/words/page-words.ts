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
 * words, else on `file`, which stands for the PDF. Returns whether they have their letters; where
 * words are in pieces is only warned of, for without tags it is told by where letters stand. Of a PDF with tags that is proved by these.
 */
export function provePageWords(
  file: VFile,
  { name, pages, unseen = [] }: PaintedPages,
  wanted: readonly string[],
  { manuscripts = [], tagged = false }: { manuscripts?: readonly VFile[]; tagged?: boolean } = {},
): boolean {
  if (pages.length !== wanted.length) {
    report(file, 'pdf-words', { found: `${name} has ${pages.length} pages`, expected: `${wanted.length}, as made up` });
    return false;
  }
  const letters = pages.map((pieces, i) => proveLetters(i, pieces, wanted[i] ?? ''));
  if (!tagged) for (const [i, pieces] of pages.entries()) if (letters[i]) proveWhole(i, pieces, wanted[i] ?? '');
  return !letters.includes(false);

  function proveLetters(i: number, pieces: readonly PaintedPiece[], text: string): boolean {
    const letters = lettersIn(fold(text));
    const parts = pieces.map((piece) => lettersIn(fold(piece.text)));
    let at = lettersInOrder(letters, parts.join(''));
    // What a style places is painted after all that it does not, wherever it stands.
    if (at < letters.length) at = Math.max(at, lettersInParts(letters, parts));
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

  function proveWhole(i: number, pieces: readonly PaintedPiece[], text: string): void {
    // A word may go on in another tag, and cells of a table stand side by side without a space.
    const lines = pieces.map(({ text, from }, k) => {
      const before = pieces[k - 1];
      return (!before || isElsewhere(before.to, from) ? '\n' : '') + text;
    });
    const texts = pieces.map((piece) => piece.text);
    // That a line’s end parts a word is told of the text, where it is.
    const parted = texts.map((one) => one.trimEnd()).join('');
    const tokens = new Set([texts.join('\n'), lines.join(''), parted].flatMap(wordsOf));
    // The halves of a divided word stand apart in the PDF; what was divided at its page’s end has no other half here.
    const torn = wordsOf(text.replace(/[\p{L}\p{N}]*\u00ad\s*[\p{L}\p{N}]*/gu, ' ')).find(
      (word) => word.length > 3 && !tokens.has(word),
    );
    if (torn === undefined) return;
    report(file, 'pdf-words', {
      found: `On page ${i + 1} of ${name} a word is in pieces, or run into another`,
      expected: `“${torn}”`,
      level: 'warning',
    });
  }
}

/** How many of the letters that are wanted others have in their order, with more between them. */
function lettersInOrder(wanted: string, found: string): number {
  let at = 0;
  for (let i = 0; i < found.length && at < wanted.length; i++) if (found[i] === wanted[at]) at++;
  return at;
}

/** How many of the letters that are wanted can be put together of parts, each taken once, perhaps without a label before it. */
function lettersInParts(wanted: string, parts: readonly string[]): number {
  const left = [...parts].sort((a, b) => b.length - a.length);
  let at = 0;
  while (at < wanted.length) {
    let found: { part: number; from: number } | undefined;
    for (let from = 0; from <= mostLabel && !found; from++) {
      const part = left.findIndex((one) => one.length > from && wanted.startsWith(one.slice(from), at));
      if (part >= 0) found = { part, from };
    }
    if (!found) return at;
    at += (left[found.part] as string).length - found.from;
    left.splice(found.part, 1);
  }
  return at;
}

/** So many letters and figures a label of a list may have: `xxviii`. */
const mostLabel = 6;

/** Runs of letters. Figures beside them may be calls, and marks on letters may be said in other ways. */
function wordsOf(text: string): string[] {
  return (
    fold(text)
      .normalize('NFD')
      .replace(/[’\p{M}]/gu, '')
      .match(/\p{L}+/gu) ?? []
  );
}
