import { costs, hard } from './costs.ts';
import type { Conceded, Flow } from './flow.ts';
import { mayPart } from './note-area.ts';
import { areaOf, noteEnd, type Problem } from './problem.ts';

/** Up to which note row a page has the notes that are called on it, and what that costs. */
export interface NoteCut {
  to: number;
  cost: number;
  conceded: Conceded[];
}

const none: Conceded[] = [];

/**
 * Up to which note row a page may hold the notes that are called before a row: all of them, or so that the last runs on. `float` is the first float that is
 * not on the page; `least` and `most` are the heights that the notes may have, in px.
 */
export function noteCuts(
  problem: Problem,
  from: number,
  row: number,
  float: number,
  lawful: boolean,
  least: number,
  most: number,
): NoteCut[] {
  /** So many cuts are tried, from the one that has the most notes on. */
  const mostCuts = 12;
  const { flow } = problem;
  const all = noteEnd(problem, row, float);
  if (all <= from) return [{ to: from, cost: 0, conceded: none }];
  const fits = lastThatFits(problem, from, all, most);
  const cuts: NoteCut[] = fits === all ? [{ to: all, cost: 0, conceded: none }] : [];
  const begin = Math.max(startOfNote(flow, all - 1), from);
  const first = lawful ? begin + 1 : from + (row > 0 && from < begin ? 0 : 1);
  for (let to = Math.min(fits, all - 1); to >= first; to--) {
    problem.work.steps++;
    if (cuts.length >= mostCuts || areaOf(problem, from, to).height < least) break;
    const late = to <= begin && begin > from ? notesBetween(flow, to, begin) : 0;
    const { line = 0, stub = false } = flow.notes[to] ?? {};
    const clean = mayPart(flow.notes, to, from, flow.notes.length);
    if (lawful && (!clean || late > 0 || line === 0)) continue;
    cuts.push({
      to,
      cost:
        (line > 0 ? costs.noteSplit + (stub ? costs.noteStub : 0) : 0) +
        (clean ? 0 : hard.noteParted) +
        late * hard.noteLate,
      conceded: [
        ...(clean ? [] : [{ rule: 'noteParted' as const, note: to }]),
        ...(late > 0 ? [{ rule: 'noteLate' as const, note: to }] : []),
      ],
    });
  }
  return cuts;
}

/** The note row up to which notes are not higher than they may be. */
export function lastThatFits(problem: Problem, from: number, to: number, most: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (areaOf(problem, from, middle).height <= most + 0.1) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first row of the note that a row is of. */
function startOfNote({ notes }: Flow, row: number): number {
  return row - (notes[row]?.line ?? 0);
}

function notesBetween({ notes }: Flow, from: number, begin: number): number {
  const first = (notes[from]?.line ?? 0) > 0 ? (notes[from]?.note ?? 0) + 1 : (notes[from]?.note ?? 0);
  return (notes[begin]?.note ?? first) - first + 1;
}
