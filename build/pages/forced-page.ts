import type { PageStart } from './candidates.ts';
import { hard } from './costs.ts';
import type { BrokenRule, PagePlan } from './flow.ts';
import { lastNoteRowThatFits } from './notes/note-cuts.ts';
import { noteEnd, type Problem } from './problem.ts';

/** A page that takes a single row, note or float although that is too high for it. It is used if nothing fits. */
export function forcedPage(problem: Problem, state: PageStart): PageStart {
  const { flow, frame } = problem;
  const placed: PagePlan['floats'] = [];
  let { row, note, float } = state;
  const brokenRules: BrokenRule[] = [];
  const columns = Array.from({ length: frame.columns }, () => ({ from: row, to: row, room: frame.height }));
  const waiting = flow.floats[float];
  const due = noteEnd(problem, row, float);
  if (note < due) {
    brokenRules.push({ rule: 'overfull', note });
    note = Math.max(note + 1, lastNoteRowThatFits(problem, note, due, frame.height));
  } else if (waiting && (waiting.anchor < row || row === flow.rows.length)) {
    brokenRules.push({ rule: 'overfull', float });
    placed.push({ float, column: waiting.spans ? -1 : 0, at: 'head' });
    float++;
  } else {
    brokenRules.push({ rule: 'overfull', row });
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
  const page: PagePlan = { columns, notes: areas, floats: placed, cost: hard.overfull, brokenRules };
  return { row, note, float, cost: state.cost + hard.overfull, page, before: state };
}
