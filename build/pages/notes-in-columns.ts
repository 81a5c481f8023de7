import { offerPage, type PageTrial } from './candidates.ts';
import { columnHeight, linesGiven } from './column.ts';
import { costs } from './costs.ts';
import { costOfShort } from './fill-columns.ts';
import type { BrokenRule, PagePlan } from './flow.ts';
import { noteCuts } from './notes/note-cuts.ts';
import { canHoldFloats } from './place-floats.ts';
import { floorToGrid, lastRowThatFits, noteAreaOf, noteEnd, type Problem } from './problem.ts';

/** The first columns of a page, filled with their notes up to a row and a note row, in the cheapest way found. */
interface PartialPage {
  row: number;
  note: number;
  cost: number;
  columns: PagePlan['columns'];
  notes: PagePlan['notes'];
  brokenRules: BrokenRule[];
}

/** At most this number of ways to fill the columns so far is followed into the next one, the cheapest first. */
const maxPartials = 12;

/**
 * Offers pages with notes under each column. Columns are filled one after the other, each with the notes that are
 * called in it or run on into it.
 */
export function pagesWithNotesInColumns(problem: Problem, trial: PageTrial, rooms: readonly number[]): void {
  const { flow, breaks } = problem;
  const { state, float, attempt } = trial;
  let partials: PartialPage[] = [
    { row: state.row, note: state.note, cost: 0, columns: [], notes: [], brokenRules: [] },
  ];
  for (const room of rooms) {
    const next = new Map<number, PartialPage>();
    for (const partial of partials) fillColumn(problem, trial, room, partial, next);
    partials = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, maxPartials);
  }
  const opens = !state.before && (flow.opening > 0 || flow.rows.length === 0);
  for (const { row, note, cost, columns, notes, brokenRules } of partials) {
    if (!opens && row === state.row && note === state.note && float === state.float) continue;
    if (!canHoldFloats(problem, trial, row)) continue;
    const breakHere = row > state.row && row < flow.rows.length ? breaks[row] : undefined;
    attempt.found = true;
    offerPage(problem, trial, {
      to: row,
      note,
      cost: cost - (breakHere?.column ?? 0) + (breakHere?.page ?? 0),
      columns,
      notes,
      brokenRules,
    });
  }
}

/** Adds every way to fill the next column. */
function fillColumn(
  problem: Problem,
  trial: PageTrial,
  room: number,
  partial: PartialPage,
  next: Map<number, PartialPage>,
): void {
  const { flow, frame, breaks, heights, nextWithCalls } = problem;
  const { attempt, state, float } = trial;
  const start = partial.row;
  const most = problem.nextPage[state.row] ?? flow.rows.length;
  const forced = problem.nextColumn[start] ?? most;
  const limit = Math.min(most, forced);
  const end = Math.min(limit, lastRowThatFits(problem, start, floorToGrid(room, frame.grid)));
  const noted = (nextWithCalls[float] as number) < flow.floats.length;
  for (let to = end; to >= start; to--) {
    problem.work.steps++;
    const due = noteEnd(problem, start, float);
    if (to === start && start < most && end > start && partial.note >= due && attempt.lawful) break;
    const breakHere = to > start && to < flow.rows.length ? breaks[to] : undefined;
    if (breakHere?.broken && attempt.lawful) continue;
    // Otherwise columns that may not be this full would displace those that may.
    if (noted && to > start && !canHoldFloats(problem, trial, to)) continue;
    const height = columnHeight(heights, start, to);
    const open = (to === flow.rows.length && !flow.continues) || (to < flow.rows.length && to === forced);
    // With all its notes the column has the least room; if it is not full even then, it never is.
    const emptiest = floorToGrid(
      room - noteAreaOf(problem, partial.note, noteEnd(problem, to, float)).height,
      frame.grid,
    );
    if (!open && height < emptiest - (attempt.slack + 0.01) * frame.grid) continue;
    const left = room - height;
    const least = left - (open ? 2 : attempt.slack + 1) * frame.grid;
    const { lawful } = attempt;
    for (const cut of noteCuts(
      problem,
      { from: partial.note, row: to, float, lawful, mostCost: Number.POSITIVE_INFINITY },
      { min: least, max: left },
    )) {
      const area = noteAreaOf(problem, partial.note, cut.to);
      const cap = floorToGrid(room - area.height, frame.grid);
      if (room - area.height < -0.1 || height > cap + 0.1) continue;
      const short = Math.max(0, (cap - height) / frame.grid);
      if (!open && short > attempt.slack + 0.01) continue;
      // At the end of the text all columns should have one depth: the sum of squares is least then.
      const given = open ? 0 : linesGiven(heights, start, to, cap - height);
      const fullness = open ? ((height / frame.grid) ** 2 * costs.uneven) / 100 : costOfShort(short, given);
      const cost = partial.cost + fullness + (breakHere?.column ?? 0) + cut.cost;
      const key = to * 65536 + cut.to;
      const known = next.get(key);
      if (known && known.cost <= cost) continue;
      next.set(key, {
        row: to,
        note: cut.to,
        cost,
        columns: [...partial.columns, { from: start, to, room: cap, ...(given > 0 ? { given } : {}) }],
        notes: [...partial.notes, { from: partial.note, to: cut.to, columns: area.columns }],
        brokenRules: [
          ...partial.brokenRules,
          ...cut.brokenRules,
          ...(breakHere?.broken ? [{ rule: breakHere.broken, row: to }] : []),
        ],
      });
    }
    // Much less than a full column is not worth trying except at the end.
    if (limit < flow.rows.length && attempt.slack < 10 && height < floorToGrid(room, frame.grid) / 4) break;
  }
}
