import { heightOf } from './column.ts';
import { costs } from './costs.ts';
import type { Conceded, PagePlan } from './flow.ts';
import { noteCuts } from './note-cuts.ts';
import { mayHold } from './place-floats.ts';
import { areaOf, fitting, noteEnd, type Problem, toGrid } from './problem.ts';
import type { Draft } from './state.ts';
import { tellPage } from './tell-page.ts';

/** Columns that are filled, each with its own notes, up to a row and a note row; with the best way of filling them so. */
interface Partial {
  row: number;
  note: number;
  cost: number;
  columns: PagePlan['columns'];
  notes: PagePlan['notes'];
  conceded: Conceded[];
}

/** So many ways of filling the columns so far are followed into the next. */
const mostPartials = 12;

/** Tells of pages with notes under each column: filled one after the other, each with the notes that are called in it or run on into it. */
export function pagesWithNotesInColumns(problem: Problem, draft: Draft, rooms: readonly number[]): boolean {
  const { flow, breaks } = problem;
  const { state, float } = draft;
  let any = false;
  let partials: Partial[] = [{ row: state.row, note: state.note, cost: 0, columns: [], notes: [], conceded: [] }];
  for (const room of rooms) {
    const next = new Map<number, Partial>();
    for (const partial of partials) fillColumn(problem, draft, room, partial, next);
    partials = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, mostPartials);
  }
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  for (const { row, note, cost, columns, notes, conceded } of partials) {
    if (!opens && row === state.row && note === state.note && float === state.float) continue;
    if (!mayHold(problem, draft, row)) continue;
    const turn = row > state.row && row < flow.rows.length ? breaks[row] : undefined;
    any = true;
    tellPage(problem, draft, {
      to: row,
      note,
      cost: cost - (turn?.column ?? 0) + (turn?.page ?? 0),
      columns,
      notes,
      conceded,
    });
  }
  return any;
}

/** Every way to fill the next column. */
function fillColumn(problem: Problem, draft: Draft, room: number, partial: Partial, next: Map<number, Partial>): void {
  const { flow, frame, breaks, all, nextNoted } = problem;
  const { attempt, state, float } = draft;
  const start = partial.row;
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  const forced = problem.nextColumn[start] ?? most;
  const limit = Math.min(most, forced);
  const end = Math.min(limit, fitting(problem, start, toGrid(room, frame.grid)));
  const noted = (nextNoted[float] as number) < flow.floats.length;
  for (let to = end; to >= start; to--) {
    problem.work.steps++;
    const due = noteEnd(problem, start, float);
    if (to === start && start < most && end > start && partial.note >= due && attempt.lawful) break;
    const turn = to > start && to < flow.rows.length ? breaks[to] : undefined;
    if (turn?.broken && attempt.lawful) continue;
    // Else columns that may not be so full would be forgotten for those that are.
    if (noted && to > start && !mayHold(problem, draft, to)) continue;
    const height = heightOf(all, start, to);
    const open = (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === forced);
    // With all its notes the column has the least room; where even that is not filled, no other way is.
    const emptiest = toGrid(room - areaOf(problem, partial.note, noteEnd(problem, to, float)).height, frame.grid);
    if (!open && height < emptiest - (attempt.slack + 0.01) * frame.grid) continue;
    const left = room - height;
    const least = left - (open ? 2 : attempt.slack + 1) * frame.grid;
    for (const cut of noteCuts(problem, partial.note, to, float, attempt.lawful, least, left)) {
      const area = areaOf(problem, partial.note, cut.to);
      const cap = toGrid(room - area.height, frame.grid);
      if (room - area.height < -0.1 || height > cap + 0.1) continue;
      const short = Math.max(0, (cap - height) / frame.grid);
      if (!open && short > attempt.slack + 0.01) continue;
      // At the end of the text columns are of one depth: the sum of squares is least then.
      const fullness = open ? ((height / frame.grid) ** 2 * costs.uneven) / 100 : short * short * costs.short;
      const cost = partial.cost + fullness + (turn?.column ?? 0) + cut.cost;
      const key = to * 65536 + cut.to;
      const known = next.get(key);
      if (known && known.cost <= cost) continue;
      next.set(key, {
        row: to,
        note: cut.to,
        cost,
        columns: [...partial.columns, { from: start, to, room: cap }],
        notes: [...partial.notes, { from: partial.note, to: cut.to, columns: area.columns }],
        conceded: [...partial.conceded, ...cut.conceded, ...(turn?.broken ? [{ rule: turn.broken, row: to }] : [])],
      });
    }
    // Much less than a full column is not worth trying where it is not the end.
    if (limit < flow.rows.length && attempt.slack < 10 && height < toGrid(room, frame.grid) / 4) break;
  }
}
