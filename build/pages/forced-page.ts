import { hard } from './costs.ts';
import type { Conceded, PagePlan } from './flow.ts';
import { lastThatFits } from './note-cuts.ts';
import { noteEnd, type Problem } from './problem.ts';
import type { State } from './state.ts';

/** Where nothing fits: a page that takes one thing, and is too full. */
export function forcedPage(problem: Problem, state: State): State {
  const { flow, frame } = problem;
  const placed: PagePlan['floats'] = [];
  let { row, note, float } = state;
  const conceded: Conceded[] = [];
  const columns = Array.from({ length: frame.columns }, () => ({ from: row, to: row, room: frame.height }));
  const waiting = flow.floats[float];
  const due = noteEnd(problem, row, float);
  if (note < due) {
    conceded.push({ rule: 'overfull', note });
    note = Math.max(note + 1, lastThatFits(problem, note, due, frame.height));
  } else if (waiting && (waiting.anchor < row || row === flow.rows.length)) {
    conceded.push({ rule: 'overfull', float });
    placed.push({ float, column: waiting.spans ? -1 : 0, at: 'head' });
    float++;
  } else {
    conceded.push({ rule: 'overfull', row });
    row++;
    columns.forEach((column, i) => {
      if (i > 0) column.from = row;
      column.to = row;
    });
  }
  const areas = Array.from({ length: frame.notesAt === 'page' ? 1 : frame.columns }, (_, i) => ({
    from: i === 0 ? state.note : note,
    to: note,
    columns: i === 0 && note > state.note ? [{ from: state.note, to: note }] : [],
  }));
  const page: PagePlan = { columns, notes: areas, floats: placed, cost: hard.overfull, conceded };
  return { row, note, float, cost: state.cost + hard.overfull, page, before: state };
}
