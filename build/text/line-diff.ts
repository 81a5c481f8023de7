import { longestRise } from './longest-rise.ts';

/** A line of a diff: as it stays, goes or comes. */
export interface DiffLine {
  sign: ' ' | '-' | '+';
  text: string;
}

/** The difference of two texts as a unified diff, which `patch` and `git apply` read; empty if they are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const lines = diffLines(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines);
  return hunks.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/**
 * The lines of two texts beside one another: what stands once in each is matched first, as “patience diff” does, so
 * that moved paragraphs stay whole.
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  // Ranges that are still to be compared, the first of them last.
  const ranges = [{ a: 0, b: 0, aEnd: before.length, bEnd: after.length }];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    let { a, b } = range;
    const { aEnd, bEnd } = range;
    for (; a < aEnd && b < bEnd && before[a] === after[b]; a++, b++)
      lines.push({ sign: ' ', text: before[a] as string });
    const anchors = anchorsIn(before, after, a, aEnd, b, bEnd);
    if (anchors.length === 0) {
      let tail = 0;
      while (tail < Math.min(aEnd - a, bEnd - b) && before[aEnd - 1 - tail] === after[bEnd - 1 - tail]) tail++;
      for (const text of before.slice(a, aEnd - tail)) lines.push({ sign: '-', text });
      for (const text of after.slice(b, bEnd - tail)) lines.push({ sign: '+', text });
      for (const text of before.slice(aEnd - tail, aEnd)) lines.push({ sign: ' ', text });
      continue;
    }
    const parts: typeof ranges = [];
    for (const [atA, atB] of anchors) {
      parts.push({ a, b, aEnd: atA, bEnd: atB });
      [a, b] = [atA, atB];
    }
    ranges.push({ a, b, aEnd, bEnd }, ...parts.reverse());
  }
  return lines;
}

/** Lines that stand once in each of two ranges, in an order that both have: the longest such chain. */
function anchorsIn(
  before: readonly string[],
  after: readonly string[],
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
): [number, number][] {
  const once = new Map<string, { a: number; b: number; count: number }>();
  for (let at = a; at < aEnd; at++) {
    const known = once.get(before[at] as string);
    if (known) known.count = 9;
    else once.set(before[at] as string, { a: at, b: -1, count: 1 });
  }
  for (let at = b; at < bEnd; at++) {
    const known = once.get(after[at] as string);
    if (known) [known.b, known.count] = [at, known.count + 1];
  }
  const pairs = [...once.values()].filter(({ count }) => count === 2);
  return longestRise(pairs.map((pair) => pair.b)).flatMap((index) => {
    const pair = pairs[index];
    return pair ? [[pair.a, pair.b]] : [];
  });
}

const around = 3;

function hunksOf(lines: readonly DiffLine[]): string[] {
  const hunks: string[] = [];
  let [a, b] = [1, 1];
  for (let at = 0; at < lines.length; ) {
    const change = lines.slice(at).findIndex(({ sign }) => sign !== ' ');
    if (change < 0) break;
    const from = Math.max(at, at + change - around);
    [a, b] = [a + from - at, b + from - at];
    let end = at + change;
    for (let still = 0; end < lines.length && still <= 2 * around; end++)
      still = lines[end]?.sign === ' ' ? still + 1 : 0;
    while (end > from && lines[end - 1]?.sign === ' ') end--;
    end = Math.min(lines.length, end + around);
    const hunk = lines.slice(from, end);
    const [olds, news] = ['+', '-'].map((sign) => hunk.filter((line) => line.sign !== sign).length) as [number, number];
    const text = hunk.map(
      ({ sign, text: line }) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
    );
    hunks.push(`@@ -${olds ? a : a - 1},${olds} +${news ? b : b - 1},${news} @@\n${text.join('')}`);
    [a, b, at] = [a + olds, b + news, end];
  }
  return hunks;
}

/** The lines of a text, each with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
