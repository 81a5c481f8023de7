import { fillLines } from './fill-lines.ts';
import type { Line, Setting } from './line.ts';
import { isTooShort, lineOf, mayStillFit, naturalOf, ratioOf } from './measure-line.ts';
import { begin, enter, isBeaten, nodes } from './nodes.ts';
import { cost, fields, hyphenHere, type Paragraph, sign } from './paragraph.ts';

/** A paragraph in lines. */
export interface Broken {
  lines: Line[];
  /** The sum that was made least. */
  demerits: number;
  /** Whether there were too many ways to weigh them, so that each line was filled as far as it goes. */
  hurried?: boolean;
}

/** So many steps are taken for a paragraph: a thousand times what one of a page takes. It is a number of steps and no time, so that the same text has the same lines. */
const mostSteps = 20_000_000;

/** Beyond this every line looks the same. */
const worst = 100;

/**
 * Breaks a paragraph into lines so that the sum of all lines’ demerits is least, after D. E. Knuth and M. F. Plass, “Breaking paragraphs into
 * lines”, Software: Practice and Experience 11 (1981): a line that is stretched by the ratio r and ends at a place of cost p has (1 + 100 |r|³ + p)².
 * A ratio above the tolerance is used only where nothing else can be done, and a line longer than its measure only where a piece alone is wider.
 * `looseness` asks for so many lines more, or fewer, than the best has; where twice the tolerance cannot give them, the best is returned.
 */
export function breakLines(paragraph: Paragraph, setting: Setting, looseness = 0): Broken {
  if (paragraph.size === 0) return { lines: [], demerits: 0 };
  const { tolerance } = setting;
  let best = -1;
  for (const most of [tolerance, tolerance * 2, tolerance * 4, Infinity]) {
    best = attempt(paragraph, setting, most);
    if (best === tooMany) return { lines: fillLines(paragraph, setting), demerits: 0, hurried: true };
    if (best >= 0) break;
  }
  if (best < 0) throw new Error('A paragraph could not be broken into lines');
  const broken = brokenAt(paragraph, setting, best);
  if (looseness === 0) return broken;
  const wanted = broken.lines.length + looseness;
  for (const most of [tolerance, tolerance * 2]) {
    const other = attempt(paragraph, setting, most, wanted);
    if (other >= 0) return brokenAt(paragraph, setting, other);
  }
  return broken;
}

/** Nodes that a line may begin at, in the order of their places. It is not kept from one paragraph to the next. */
let active = new Int32Array(1024);

/** What {@link attempt} returns where it would take more than {@link mostSteps}. */
const tooMany = -2;

/**
 * Finds the best way to the end, in `wanted` lines if that is said, and returns its node; -1 where some line would have to be worse than the
 * tolerance.
 */
function attempt(paragraph: Paragraph, setting: Setting, tolerance: number, wanted = 0): number {
  const { size, at } = paragraph;
  // Lines are told apart by number only where their measures differ, or a number is wanted.
  const alike = wanted === 0 ? setting.measures.length : Infinity;
  const forced = tolerance === Infinity;
  const narrowest = Math.min(...setting.measures);
  begin();
  active[0] = 0;
  let actives = 1;
  let steps = 0;
  for (let to = 1; to < size; to++) {
    steps += actives;
    if (steps > mostSteps) return tooMany;
    const last = to === size - 1;
    const hyphen = ((at[to * fields + sign] ?? 0) & hyphenHere) > 0;
    const found = nodes.size;
    let kept = 0;
    for (let i = 0; i < actives; i++) {
      const before = active[i] ?? 0;
      const from = nodes.place[before] ?? 0;
      const index = nodes.count[before] ?? 0;
      const ratio = ratioOf(paragraph, setting, from, to, index);
      // Those that follow begin later, and are shorter still.
      if (ratio > tolerance && !last && isTooShort(paragraph, setting, from, to, narrowest, tolerance)) {
        active.copyWithin(kept, i, actives);
        kept += actives - i;
        break;
      }
      const tooLong = ratio < -1;
      if (!tooLong || mayStillFit(paragraph, setting, from, to, index)) active[kept++] = before;
      const hyphens = hyphen ? (nodes.hyphens[before] ?? 0) + 1 : 0;
      // Too long is only what cannot be broken.
      if (tooLong ? !forced || from < to - 1 : ratio > tolerance || (hyphens > setting.stack && !forced)) continue;
      if (last && wanted > 0 && index + 1 !== wanted) continue;
      const fitness = fitnessOf(ratio);
      const demerits = (nodes.demerits[before] ?? 0) + demeritsOf(paragraph, setting, before, to, ratio, fitness);
      enter(found, to, index + 1, alike, fitness, hyphens, ratio, demerits, before);
    }
    actives = kept;
    if (last) return least(found);
    // Each way to a place is held against all the others.
    steps += (nodes.size - found) ** 2;
    for (let node = found; node < nodes.size; node++) {
      if (isBeaten(node, found, alike, setting.contrast)) continue;
      if (actives === active.length) active = grown(active);
      active[actives++] = node;
    }
    if (actives === 0) return -1;
  }
  return -1;
}

function demeritsOf(
  paragraph: Paragraph,
  setting: Setting,
  before: number,
  to: number,
  ratio: number,
  fitness: number,
): number {
  const here = to * fields;
  const { at } = paragraph;
  const stretched = Math.min(Math.abs(ratio), worst);
  const bad = 1 + 100 * stretched * stretched * stretched + (at[here + cost] ?? 0);
  let demerits = bad * bad;
  const hyphens = nodes.hyphens[before] ?? 0;
  if (hyphens > 0 && ((at[here + sign] ?? 0) & hyphenHere) > 0) demerits += setting.ladder;
  const last = to === paragraph.size - 1;
  if (last && hyphens > 0) demerits += setting.lastHyphen;
  // A paragraph’s only line is as short as it is.
  if ((nodes.before[before] ?? 0) < 0) return demerits;
  // The rest of a word makes a poor last line even if it is longer.
  if (last && naturalOf(paragraph, nodes.place[before] ?? 0, to) < setting.lastLine * (hyphens > 0 ? 2 : 1))
    demerits += setting.shortLast;
  if (Math.abs(fitness - (nodes.fitness[before] ?? 0)) > 1) demerits += setting.contrast;
  return demerits;
}

/** Tight, decent, loose or very loose. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function least(found: number): number {
  let best = -1;
  for (let node = found; node < nodes.size; node++) {
    if (best < 0 || (nodes.demerits[node] ?? 0) < (nodes.demerits[best] ?? 0)) best = node;
  }
  return best;
}

function brokenAt(paragraph: Paragraph, setting: Setting, last: number): Broken {
  const lines: Line[] = [];
  for (let node = last; (nodes.before[node] ?? -1) >= 0; node = nodes.before[node] ?? -1) {
    const before = nodes.before[node] ?? 0;
    const [from, to] = [nodes.place[before] ?? 0, nodes.place[node] ?? 0];
    lines.unshift(lineOf(paragraph, setting, from, to, nodes.count[before] ?? 0, nodes.ratio[node] ?? 0));
  }
  return { lines, demerits: nodes.demerits[last] ?? 0 };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(list.length * 2);
  made.set(list);
  return made;
}
