import { foldedLetters, type OffsetLetters } from './manuscript-letters.ts';

/** The words of a page that are looked for, with the text before and after them. */
export interface WantedWords {
  words: string;
  before: string;
  after: string;
}

/** Where words stand in a manuscript: the indexes of their letters, and how sure that is. */
export interface FoundWords {
  /** Of the first letter, and behind the last; the same for a place between letters. */
  from: number;
  to: number;
  /** `exact`: with the same text around; `near`: the text around was changed; `gone`: the words were, too. */
  how: 'exact' | 'near' | 'gone';
  /** How many letters agree. */
  weight: number;
}

/** How many letters around are looked for, the most first; with fewer than `enough`, the place is not sure. */
const windows = [48, 24, 12, 6, 0];
const enough = 10;

/** Finds the words of a page among the letters of a manuscript; undefined if nothing of them is there. */
export function findCovered({ value }: OffsetLetters, wanted: WantedWords): FoundWords | undefined {
  const words = foldedLetters(wanted.words);
  const [before, after] = [foldedLetters(wanted.before), foldedLetters(wanted.after)];
  const pairs = windows
    .flatMap((b) => windows.map((a): [number, number] => [Math.min(b, before.length), Math.min(a, after.length)]))
    .sort(([a, b], [c, d]) => c + d - a - b);
  const most = Math.min(windows[0] as number, before.length) + Math.min(windows[0] as number, after.length);
  for (const [b, a] of pairs) {
    const sought = before.slice(before.length - b) + words + after.slice(0, a);
    if (sought === '' || (words === '' && b + a < enough)) continue;
    const at = value.indexOf(sought);
    if (at < 0) continue;
    const isAlone = value.indexOf(sought, at + 1) < 0;
    // A place between words is where both sides are.
    const isWhole = words !== '' || Math.min(b, a) >= Math.min(6, before.length, after.length);
    const isSure = isWhole && (b + a >= Math.min(most, enough) || isAlone);
    return { from: at + b, to: at + b + words.length, how: isSure ? 'exact' : 'near', weight: sought.length };
  }
  // The words were changed: what stood before or after them is still there.
  for (const size of [32, 20, 14]) {
    const [head, tail] = [before.slice(-size), after.slice(0, size)];
    const at = head.length === size ? value.indexOf(head) : -1;
    if (at >= 0) return { from: at + size, to: at + size, how: 'gone', weight: size };
    const next = tail.length === size ? value.indexOf(tail) : -1;
    if (next >= 0) return { from: next, to: next, how: 'gone', weight: size };
  }
  return undefined;
}
