import { foldedLetters, gap, type OffsetLetters } from './manuscript-letters.ts';

/** The words of a page that are looked for, with the text before and after them. */
export interface WantedWords {
  words: string;
  before: string;
  after: string;
}

/** The place of words in a manuscript: the indexes of their letters, and how sure that is. */
export interface FoundLetters {
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
export function findCovered(letters: OffsetLetters, wanted: WantedWords): FoundLetters | undefined {
  const words = foldedLetters(wanted.words);
  const [before, after] = [foldedLetters(wanted.before), foldedLetters(wanted.after)];
  const found = findWithContext(letters.value, words, before, after);
  // Short words that stand there without what was around them may be others; that is surer.
  const isOnly = words.length >= 8 && letters.value.indexOf(words) === letters.value.lastIndexOf(words);
  if (found && (found.how === 'exact' || isOnly || found.weight - words.length >= enough / 2)) return found;
  const around = findAround(letters.value, words, before, after);
  const front = letters.value.lastIndexOf(gap) + 1;
  // What stands over the text, names above all, follows one another otherwise than in the front matter.
  const isOfFront = !around || around.from >= front || around.from < 40;
  const at = isOfFront && words.length >= 2 ? wholeWordsFrom(letters, words, front) : -1;
  if (at >= 0) return { from: at, to: at + words.length, how: 'near', weight: words.length };
  return around ?? found;
}

/** The index of words that begin and end where words do, from an index on; -1 if they are not there. */
function wholeWordsFrom({ value, offsets }: OffsetLetters, words: string, from: number): number {
  const isApart = (index: number) => (offsets[index] ?? 0) - (offsets[index - 1] ?? -9) !== 1;
  for (let at = value.indexOf(words, from); at >= 0; at = value.indexOf(words, at + 1))
    if (isApart(at) && (at + words.length >= value.length || isApart(at + words.length))) return at;
  return -1;
}

function findWithContext(value: string, words: string, before: string, after: string): FoundLetters | undefined {
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
    const isSure = isWhole && (b + a >= Math.min(most, enough) || (isAlone && words.length >= 2 * enough));
    return { from: at + b, to: at + b + words.length, how: isSure ? 'exact' : 'near', weight: sought.length };
  }
  return undefined;
}

/** Finds the place where words stood that were changed, by what stood before and after them. */
function findAround(value: string, words: string, before: string, after: string): FoundLetters | undefined {
  const [head, tail] = [nearestPart(value, before, true), nearestPart(value, after, false)];
  const found = head && tail && isFar(head.at, tail.at, words) ? tail : (head ?? tail);
  return found && { from: found.at, to: found.at, how: 'gone', weight: found.size };
}

/** True if what stands between two places is not what came in place of some words. */
function isFar(head: number, tail: number, words: string): boolean {
  return tail > head && tail - head > 3 * (words.length + 20);
}

/** The place at the end of a text before it, or at the head of one after it, by its nearest part that is there. */
function nearestPart(value: string, text: string, isBefore: boolean): { at: number; size: number } | undefined {
  for (const [size, away] of [32, 20, 14].flatMap((one) => [0, 6, 16, 40].map((skip) => [one, skip] as const))) {
    if (text.length < size + away) continue;
    const part = isBefore ? text.slice(text.length - away - size, text.length - away) : text.slice(away, away + size);
    const at = value.indexOf(part);
    if (at >= 0) return { at: isBefore ? Math.min(value.length, at + size + away) : Math.max(0, at - away), size };
  }
  return undefined;
}
