import { costs, hard } from '../costs.ts';
import type { BrokenRule, Flow } from '../flow.ts';
import { noteAreaOf, noteEnd, type Problem } from '../problem.ts';
import { canCutNote } from './note-area.ts';

/** The note row up to which a page holds the notes that are called on it, and the cost. */
export interface NoteCut {
  to: number;
  cost: number;
  brokenRules: BrokenRule[];
}

/** The notes that a page may hold: from a note row on, those that are called before a row. */
export interface NotesWanted {
  from: number;
  row: number;
  /** The first float that is not on the page. */
  float: number;
  /** True if only cuts that break no rule are wanted. */
  lawful: boolean;
  /** The cost from which on a cut is not wanted. */
  mostCost: number;
}

/** At most this number of cuts is tried, from the one that leaves the most notes on the page. */
const maxCuts = 12;

const none: BrokenRule[] = [];

/**
 * The note rows up to which a page may hold the notes that are called before a row: all of them, or so that the last
 * one runs on. `min` and `max` are the heights that the notes may have, in px.
 */
export function noteCuts(
  problem: Problem,
  { from, row, float, lawful, mostCost }: NotesWanted,
  { min, max }: { min: number; max: number },
): NoteCut[] {
  const { flow } = problem;
  const all = noteEnd(problem, row, float);
  if (all <= from) return [{ to: from, cost: 0, brokenRules: none }];
  const onlyWhole = costs.noteSplit >= mostCost;
  if (onlyWhole && noteAreaOf(problem, from, all).height > max + 0.1) return [];
  const fits = lastNoteRowThatFits(problem, from, all, max);
  const cuts: NoteCut[] = fits === all ? [{ to: all, cost: 0, brokenRules: none }] : [];
  if (onlyWhole) return cuts;
  const begin = Math.max(startOfNote(flow, all - 1), from);
  const first = lawful ? begin + 1 : from + (row > 0 && from < begin ? 0 : 1);
  let lowest = fits === all ? noteAreaOf(problem, from, all).height : Number.POSITIVE_INFINITY;
  for (let to = Math.min(fits, all - 1); to >= first; to--) {
    problem.work.steps++;
    const { height } = noteAreaOf(problem, from, to);
    if (cuts.length >= maxCuts || height < min) break;
    // A note does not run on while there is room beside it.
    if (height > lowest - 0.1) continue;
    const late = to <= begin && begin > from ? notesBetween(flow, to, begin) : 0;
    const { line = 0, stub = false } = flow.notes[to] ?? {};
    const clean = canCutNote(flow.notes, to, from, flow.notes.length);
    if (lawful && (!clean || late > 0 || line === 0)) continue;
    if (clean) lowest = height;
    cuts.push({
      to,
      cost:
        (line > 0 ? costs.noteSplit + (stub ? costs.noteStub : 0) : 0) +
        (clean ? 0 : hard.noteParted) +
        late * hard.noteLate,
      brokenRules: [
        ...(clean ? [] : [{ rule: 'noteParted' as const, note: to }]),
        ...(late > 0 ? [{ rule: 'noteLate' as const, note: to }] : []),
      ],
    });
  }
  return cuts;
}

/** The last note row up to which notes are at most `most` px high. */
export function lastNoteRowThatFits(problem: Problem, from: number, to: number, most: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (noteAreaOf(problem, from, middle).height <= most + 0.1) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first row of a row’s note. */
function startOfNote({ notes }: Flow, row: number): number {
  return row - (notes[row]?.line ?? 0);
}

function notesBetween({ notes }: Flow, from: number, begin: number): number {
  const first = (notes[from]?.line ?? 0) > 0 ? (notes[from]?.note ?? 0) + 1 : (notes[from]?.note ?? 0);
  return (notes[begin]?.note ?? first) - first + 1;
}
