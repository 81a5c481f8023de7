import type { MeasureTitle, TitleFont } from './measure.ts';

/**
 * Cuts a text into as few lines as the width allows, of about one length. A word that is wider than the width gets a
 * line of its own.
 */
export function balance(text: string, width: number, font: TitleFont, measure: MeasureTitle): string[] {
  const words = text.trim().match(word) ?? [];
  const line = (from: number, to: number): string => words.slice(from, to).join('').trimEnd();
  // best[n]: the first n words in the fewest lines, and of these in the ones whose lengths differ least.
  const best: { lines: number; cost: number; from: number }[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let to = 1; to <= words.length; to++) {
    let found = { lines: Number.POSITIVE_INFINITY, cost: 0, from: 0 };
    for (let from = to - 1; from >= 0; from--) {
      const slack = width - measure(line(from, to), font);
      if (slack < 0 && from < to - 1) break;
      const before = best[from] as { lines: number; cost: number };
      const lines = before.lines + 1;
      // Only if there is no other way: a compound is easier to read whole.
      const torn = to < words.length && /[-–—]$/.test(words[to - 1] ?? '') ? width ** 2 : 0;
      const cost = before.cost + slack ** 2 + torn;
      if (lines < found.lines || (lines === found.lines && cost < found.cost)) found = { lines, cost, from };
    }
    best.push(found);
  }
  const cut: string[] = [];
  for (let to = words.length; to > 0; to = best[to]?.from ?? 0) cut.unshift(line(best[to]?.from ?? 0, to));
  return cut;
}

/**
 * A word with the space behind it; a line may also end after a hyphen or dash, and never at a space that does not
 * break.
 */
const word = /[^ \t\n]+?(?:[-–—](?=\p{L})|[ \t\n]+|$)/gu;

/** The limits within which a text is sized to a box. All lengths are in one unit. */
export interface FitLimits {
  width: number;
  height: number;
  /** From one line to the next, in em. */
  leading: number;
  smallest: number;
  largest: number;
}

/**
 * Finds the largest size at which a text fits into a box, and its lines. At the smallest size the text is not required
 * to fit.
 */
export function fit(
  text: string,
  box: FitLimits,
  font: Omit<TitleFont, 'size'>,
  measure: MeasureTitle,
): { size: number; lines: string[] } {
  for (let size = box.largest; ; size -= 0.25) {
    const set = { ...font, size: Math.max(size, box.smallest) };
    const lines = balance(text, box.width, set, measure);
    const high = lines.length * box.leading * set.size <= box.height;
    if (size <= box.smallest || (high && lines.every((line) => measure(line, set) <= box.width))) {
      return { size: set.size, lines };
    }
  }
}
