import type { Item, Line, Setting } from './items.ts';
import { measureLine } from './measure-line.ts';
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
  /** Lines so far. */
  count: number;
  fitness: number;
  /** Lines in a row, up to here, that end in a hyphen. */
  hyphens: number;
  demerits: number;
  line?: Line;
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
  if (looseness === 0) return brokenAt(best);
  const wanted = best.count + looseness;
  return brokenAt(attempt(sums, setting, tolerance, wanted) ?? attempt(sums, setting, tolerance * 2, wanted) ?? best);
}

/** The best way to the end, in `wanted` lines if that is said; none where some line would have to be worse than the tolerance. */
function attempt(sums: Sums, setting: Setting, tolerance: number, wanted?: number): Node | undefined {
  const { items, breaks, nextBox } = sums;
  // Lines are told apart by number only where their measures differ, or a number is wanted.
  const alike = wanted === undefined ? setting.measures.length - 1 : Infinity;
  const forced = tolerance === Infinity;
  let active: Node[] = [{ start: sums.firstBox, count: 0, fitness: 1, hyphens: 0, demerits: 0 }];
  for (const end of breaks) {
    const last = end === items.length;
    const item = items[end];
    const cost = item?.kind === 'penalty' ? item.cost : 0;
    const found = new Map<number, Node>();
    const kept: Node[] = [];
    let overfull: Node | undefined;
    for (const node of active) {
      const line = measureLine(sums, setting, node.start, end, node.count);
      const tooLong = line.ratio < -1;
      if (!tooLong || mayStillFit(sums, line, node.start, end)) kept.push(node);
      const hyphens = line.hyphen ? node.hyphens + 1 : 0;
      const refused = tooLong || line.ratio > tolerance || (hyphens > setting.stack && !forced);
      if (refused && !(forced && tooLong)) continue;
      const fitness = fitnessOf(line.ratio);
      const demerits = node.demerits + demeritsOf(line, cost, last, node, fitness, setting);
      const next: Node = { start: last ? end : (nextBox[end] ?? end), count: node.count + 1, fitness, hyphens, demerits, line, before: node };
      if (tooLong) {
        if (!overfull || demerits < overfull.demerits) overfull = next;
        continue;
      }
      if (last && wanted !== undefined && next.count !== wanted) continue;
      const key = (Math.min(next.count, alike + 1) * 4 + fitness) * 64 + Math.min(hyphens, 63);
      const known = found.get(key);
      if (!known || demerits < known.demerits) found.set(key, next);
    }
    if (found.size === 0 && (kept.length === 0 || last) && overfull) found.set(0, overfull);
    if (last) return least(found.values());
    for (const node of found.values()) kept.push(node);
    if (kept.length === 0) return undefined;
    active = kept;
  }
  return undefined;
}

/** Whether a line that is too long up to here may be right at a later break: where a hyphen is not needed, or something hangs. */
function mayStillFit({ width, letterShrink, spaceShrink, widestHang }: Sums, line: Line, start: number, end: number): boolean {
  const from = (sums: Float64Array) => (sums[end] ?? 0) - (sums[start] ?? 0);
  return from(width) - line.hangStart - widestHang - from(spaceShrink) - from(letterShrink) <= line.measure;
}

function demeritsOf(line: Line, cost: number, last: boolean, before: Node, fitness: number, setting: Setting): number {
  const ratio = Math.min(Math.abs(line.ratio), worst);
  let demerits = (1 + 100 * ratio ** 3 + cost) ** 2;
  if (line.hyphen && before.hyphens > 0) demerits += setting.ladder;
  if (last && before.hyphens > 0) demerits += setting.lastHyphen;
  if (last && line.natural < setting.lastLine) demerits += setting.shortLast;
  if (before.line && Math.abs(fitness - before.fitness) > 1) demerits += setting.contrast;
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

function brokenAt(end: Node): Broken {
  const lines: Line[] = [];
  for (let node: Node | undefined = end; node?.line; node = node.before) lines.unshift(node.line);
  return { lines, demerits: end.demerits };
}
