import { fillLines } from './fill-lines.ts';
import type { Line, ParagraphSetting } from './line.ts';
import { isTooShort, lineOf, mayStillFit, naturalOf, ratioOf } from './measure-line.ts';
import { addNode, isDominated, nodes, startNodes } from './nodes.ts';
import { addedHere, cost, fields, hyphenHere, type Paragraph, sign } from './paragraph.ts';

/** A paragraph that was broken into lines. */
export interface BrokenParagraph {
  lines: Line[];
  /** The sum of all lines’ demerits, which was minimised. */
  demerits: number;
  /** True if the search would have taken too many steps, so that each line was filled as far as possible instead. */
  greedy?: boolean;
}

/**
 * Budget of steps for one paragraph: a thousand times what a paragraph of a whole page takes. A number of steps rather
 * than a time, so that the same text always has the same lines.
 */
const maxSteps = 20_000_000;

/** Ratio beyond which all lines look equally bad. */
const maxRatio = 100;

/**
 * Breaks a paragraph into lines so that the sum of all lines’ demerits is least, after D. E. Knuth and M. F. Plass,
 * “Breaking paragraphs into lines”, Software: Practice and Experience 11 (1981): a line that is stretched by the ratio
 * r and ends at a place of cost p has (1 + 100 |r|³ + p)². A ratio above the tolerance is used only if there is no
 * other way, and a line longer than its measure only if a single box is wider; a poor last line, which
 * {@link ParagraphSetting} tells, only above twice the tolerance. `looseness` asks for that number of lines more (or,
 * below 0, fewer) than the best has, and `undivided` for a line, by its index, that does not end in a hyphen; if
 * the tolerance does not allow it, the best is returned. `known` is the best, if it was found before.
 */
export function breakLines(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  looseness = 0,
  undivided = -1,
  known?: BrokenParagraph,
): BrokenParagraph {
  if (paragraph.size === 0) return { lines: [], demerits: 0 };
  const best = known ?? bestOf(paragraph, setting);
  if (best.greedy || (looseness === 0 && undivided < 0)) return best;
  const wanted = best.lines.length + looseness;
  const other = attempt(paragraph, setting, setting.tolerance, wanted, undivided);
  return other >= 0 ? brokenAt(paragraph, setting, other) : best;
}

function bestOf(paragraph: Paragraph, setting: ParagraphSetting): BrokenParagraph {
  const { tolerance } = setting;
  for (const most of [tolerance, tolerance * 2, tolerance * 4, Infinity]) {
    const best = attempt(paragraph, setting, most);
    if (best === tooMany) return { lines: fillLines(paragraph, setting), demerits: 0, greedy: true };
    if (best >= 0) return brokenAt(paragraph, setting, best);
  }
  throw new Error('A paragraph could not be broken into lines');
}

/**
 * The active nodes, at which a line may begin, in the order of their places. Reused: its content does not outlive a
 * paragraph.
 */
let active = new Int32Array(1024);

/** The result of {@link attempt} if it would take more than {@link maxSteps}. */
const tooMany = -2;

/**
 * Finds the cheapest way to the end of the paragraph, in exactly `wanted` lines if that is not 0, with no hyphen at the
 * end of the line `undivided`. Returns its node, or -1 if some line would exceed the tolerance.
 */
function attempt(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  tolerance: number,
  wanted = 0,
  undivided = -1,
): number {
  const { size, at } = paragraph;
  // Line numbers matter only while the measures differ, or if a number of lines is wanted.
  const sameFrom = wanted === 0 ? setting.measures.length : Infinity;
  const forced = tolerance === Infinity;
  const few = !forced && (tolerance <= setting.tolerance || wanted > 0);
  const wellEnded = !forced && tolerance <= setting.tolerance * 2;
  const narrowest = Math.min(...setting.measures);
  startNodes();
  active[0] = 0;
  let actives = 1;
  let steps = 0;
  for (let to = 1; to < size; to++) {
    steps += actives;
    if (steps > maxSteps) return tooMany;
    const last = to === size - 1;
    const hyphen = ((at[to * fields + sign] ?? 0) & hyphenHere) > 0;
    const firstHere = nodes.size;
    let kept = 0;
    for (let i = 0; i < actives; i++) {
      const before = active[i] ?? 0;
      const from = nodes.place[before] ?? 0;
      const index = nodes.count[before] ?? 0;
      const ratio = ratioOf(paragraph, setting, from, to, index);
      // The nodes that follow begin later, so their lines would be shorter still.
      if (ratio > tolerance && !last && isTooShort(paragraph, setting, from, to, narrowest, tolerance)) {
        active.copyWithin(kept, i, actives);
        kept += actives - i;
        break;
      }
      const tooLong = ratio < -1;
      if (!tooLong || mayStillFit(paragraph, setting, from, to, index)) active[kept++] = before;
      // One more than the style bears is as many as any number.
      const hyphens = hyphen ? Math.min(nodes.hyphens[before] ?? 0, setting.stack) + 1 : 0;
      // Only a line that cannot be broken may be too long.
      if (tooLong ? !forced || from < to - 1 : ratio > tolerance || (hyphens > setting.stack && few)) continue;
      if (last && wanted > 0 && index + 1 !== wanted) continue;
      if (hyphen && index === undivided) continue;
      if (last && wellEnded && isPoorLast(paragraph, setting, before)) continue;
      const fitness = fitnessOf(ratio);
      const demerits = (nodes.demerits[before] ?? 0) + demeritsOf(paragraph, setting, before, to, ratio, fitness);
      addNode(firstHere, to, index + 1, sameFrom, fitness, hyphens, ratio, demerits, before);
    }
    actives = kept;
    if (last) return cheapestFrom(firstHere);
    // Each node here is compared with all others here.
    steps += (nodes.size - firstHere) ** 2;
    for (let node = firstHere; node < nodes.size; node++) {
      if (isDominated(node, firstHere, sameFrom, setting.contrast)) continue;
      if (actives === active.length) active = grown(active);
      active[actives++] = node;
    }
    if (actives === 0) return -1;
  }
  return -1;
}

function demeritsOf(
  paragraph: Paragraph,
  setting: ParagraphSetting,
  before: number,
  to: number,
  ratio: number,
  fitness: number,
): number {
  const here = to * fields;
  const { at } = paragraph;
  const stretched = Math.min(Math.abs(ratio), maxRatio);
  const bad = 1 + 100 * stretched * stretched * stretched + (at[here + cost] ?? 0);
  let demerits = bad * bad;
  const hyphens = nodes.hyphens[before] ?? 0;
  if (hyphens > 0 && ((at[here + sign] ?? 0) & hyphenHere) > 0)
    demerits += hyphens >= setting.stack ? setting.overStack : setting.ladder;
  const last = to === paragraph.size - 1;
  if (last && hyphens > 0) demerits += setting.lastHyphen;
  // A paragraph’s only line has nothing before it to compare with, and may be short.
  if ((nodes.before[before] ?? 0) < 0) return demerits;
  // A line that begins with the rest of a divided word is a short one even if it is twice as long.
  if (last && naturalOf(paragraph, nodes.place[before] ?? 0, to) < setting.lastLine * (hyphens > 0 ? 2 : 1))
    demerits += setting.shortLast;
  if (last && isPoorLast(paragraph, setting, before)) demerits += setting.stubLast;
  if (Math.abs(fitness - (nodes.fitness[before] ?? 0)) > 1) demerits += setting.contrast;
  return demerits;
}

/** True if the last line, from a node on, is only the rest of a word, or too narrow; see {@link ParagraphSetting}. */
function isPoorLast(paragraph: Paragraph, setting: ParagraphSetting, before: number): boolean {
  if ((nodes.before[before] ?? 0) < 0) return false;
  const { at, size, lastWhole } = paragraph;
  const from = nodes.place[before] ?? 0;
  const divided = ((at[from * fields + sign] ?? 0) & addedHere) > 0;
  if (divided && (setting.wholeLast || from > lastWhole)) return true;
  return naturalOf(paragraph, from, size - 1) < setting.leastLast;
}

/** The fitness class of a line: 0 tight, 1 decent, 2 loose, 3 very loose. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function cheapestFrom(first: number): number {
  let best = -1;
  for (let node = first; node < nodes.size; node++) {
    if (best < 0 || (nodes.demerits[node] ?? 0) < (nodes.demerits[best] ?? 0)) best = node;
  }
  return best;
}

function brokenAt(paragraph: Paragraph, setting: ParagraphSetting, last: number): BrokenParagraph {
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
