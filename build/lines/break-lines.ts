import type { Item, Line, Setting } from './items.ts';
import { lineOf, mayStillFit, ratioOf } from './measure-line.ts';
import { type Sums, sumsOf } from './sums.ts';

/** A paragraph in lines. */
export interface Broken {
  lines: Line[];
  /** The sum that was made least. */
  demerits: number;
}

/** A place where a line can end, with the best way of coming there. */
interface Node {
  /** Index of the first box after it. */
  start: number;
  /** Index of the break itself. */
  end: number;
  /** Lines so far. */
  count: number;
  fitness: number;
  /** Lines in a row, up to here, that end in a hyphen. */
  hyphens: number;
  demerits: number;
  /** Of the line that ends here. */
  ratio: number;
  before?: Node;
}

/** Beyond this every line looks the same. */
const worst = 30;

/**
 * Breaks a paragraph into lines so that the sum of all lines’ demerits is least, after D. E. Knuth and M. F. Plass, “Breaking paragraphs into
 * lines”, Software: Practice and Experience 11 (1981): a line that is stretched by the ratio r and ends at a place of cost p has (1 + 100 |r|³ + p)².
 * A ratio above the tolerance is used only where nothing else can be done, and a line longer than its measure only where a piece alone is wider.
 * `looseness` asks for so many lines more, or fewer, than the best has; where twice the tolerance cannot give them, the best is returned.
 */
export function breakLines(items: readonly Item[], setting: Setting, looseness = 0): Broken {
  const sums = sumsOf(items);
  if (sums.firstBox === items.length) return { lines: [], demerits: 0 };
  const { tolerance } = setting;
  const best =
    attempt(sums, setting, tolerance) ??
    attempt(sums, setting, tolerance * 2) ??
    attempt(sums, setting, tolerance * 4) ??
    attempt(sums, setting, Infinity);
  if (!best) throw new Error('A paragraph could not be broken into lines');
  if (looseness === 0) return brokenAt(sums, setting, best);
  const wanted = best.count + looseness;
  const other = attempt(sums, setting, tolerance, wanted) ?? attempt(sums, setting, tolerance * 2, wanted);
  return brokenAt(sums, setting, other ?? best);
}

/** The best way to the end, in `wanted` lines if that is said; none where some line would have to be worse than the tolerance. */
function attempt(sums: Sums, setting: Setting, tolerance: number, wanted?: number): Node | undefined {
  const { items, breaks, nextBox } = sums;
  // Lines are told apart by number only where their measures differ, or a number is wanted.
  const alike = wanted === undefined ? setting.measures.length - 1 : Infinity;
  const forced = tolerance === Infinity;
  let active: Node[] = [{ start: sums.firstBox, end: -1, count: 0, fitness: 1, hyphens: 0, demerits: 0, ratio: 0 }];
  let previous = -1;
  for (const end of breaks) {
    const last = end === items.length;
    const item = items[end];
    const hyphen = item?.kind === 'penalty' && item.hyphen;
    const found = new Map<number, Node>();
    const kept: Node[] = [];
    for (const before of active) {
      const ratio = ratioOf(sums, setting, before.start, end, before.count);
      const tooLong = ratio < -1;
      if (!tooLong || mayStillFit(sums, setting, before.start, end, before.count)) kept.push(before);
      const hyphens = hyphen ? before.hyphens + 1 : 0;
      // Too long is only what cannot be broken.
      if (tooLong ? !forced || before.end < previous : ratio > tolerance || (hyphens > setting.stack && !forced))
        continue;
      const count = before.count + 1;
      if (last && wanted !== undefined && count !== wanted) continue;
      const fitness = fitnessOf(ratio);
      const demerits = before.demerits + demeritsOf(sums, setting, before, end, ratio, fitness);
      const key = (Math.min(count, alike + 1) * 4 + fitness) * 64 + Math.min(hyphens, 63);
      const known = found.get(key);
      if (known && known.demerits <= demerits) continue;
      found.set(key, { start: nextBox[end] ?? end, end, count, fitness, hyphens, demerits, ratio, before });
    }
    previous = end;
    if (last) return least(found.values());
    for (const node of found.values()) kept.push(node);
    if (kept.length === 0) return undefined;
    active = kept;
  }
  return undefined;
}

function demeritsOf(sums: Sums, setting: Setting, before: Node, end: number, ratio: number, fitness: number): number {
  const item = sums.items[end];
  const cost = item?.kind === 'penalty' ? item.cost : 0;
  let demerits = (1 + 100 * Math.min(Math.abs(ratio), worst) ** 3 + cost) ** 2;
  if (before.hyphens > 0 && item?.kind === 'penalty' && item.hyphen) demerits += setting.ladder;
  if (!item && before.hyphens > 0) demerits += setting.lastHyphen;
  // A paragraph’s only line is as short as it is. The rest of a word makes a poor last line even if it is longer.
  if (!item && before.before) {
    const { natural } = lineOf(sums, setting, before.start, end, before.count, ratio);
    if (natural < setting.lastLine * (before.hyphens > 0 ? 2 : 1)) demerits += setting.shortLast;
  }
  if (before.before && Math.abs(fitness - before.fitness) > 1) demerits += setting.contrast;
  return demerits;
}

/** Tight, decent, loose or very loose. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function least(nodes: Iterable<Node>): Node | undefined {
  let best: Node | undefined;
  for (const node of nodes) if (!best || node.demerits < best.demerits) best = node;
  return best;
}

function brokenAt(sums: Sums, setting: Setting, last: Node): Broken {
  const lines: Line[] = [];
  for (let node = last; node.before; node = node.before) {
    lines.unshift(lineOf(sums, setting, node.before.start, node.end, node.before.count, node.ratio));
  }
  return { lines, demerits: last.demerits };
}
