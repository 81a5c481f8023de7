import { breakCosts } from '../../build/pages/break-costs.ts';
import { columnHeight, rowHeights } from '../../build/pages/column.ts';
import type { Flow, Frame, PagePlan } from '../../build/pages/flow.ts';
import { noteArea } from '../../build/pages/notes/note-area.ts';

/**
 * Breaks pages as most programs do: each column takes what goes in and then gives back lines until no rule is broken; a page is filled before the next is
 * looked at. Notes stand whole on the page of their call. Floats are left out of both: compare on flows without.
 */
export function greedyPages(flow: Flow, frame: Frame): PagePlan[] {
  const all = rowHeights(flow.rows, frame.grid);
  const breaks = breakCosts(flow.rows);
  const called = [flow.openingCalls];
  for (const { calls } of flow.rows) called.push((called.at(-1) ?? 0) + calls);
  const noteEnd = (row: number) => {
    const end = flow.notes.findIndex(({ note }) => note >= (called[row] ?? 0));
    return end < 0 ? flow.notes.length : end;
  };
  const pages: PagePlan[] = [];
  let row = 0;
  let note = 0;
  while (row < flow.rows.length) {
    let best: PagePlan | undefined;
    const most = frame.height - (pages.length === 0 ? flow.opening : 0);
    // The fullest page whose notes still have room.
    for (let to = Math.min(flow.rows.length, row + 200); to > row && !best; to--) {
      if (breaks[to]?.broken && to > row + 1) continue;
      const area = noteArea(flow.notes, note, noteEnd(to), frame);
      const room = Math.floor((most - area.height + 0.6) / frame.grid) * frame.grid;
      const columns: PagePlan['columns'] = [];
      let start = row;
      for (let column = 0; column < frame.columns; column++) {
        let end = start;
        while (end < to && columnHeight(all, start, end + 1) <= room + 0.1) end++;
        while (end > start + 1 && end < to && breaks[end]?.broken) end--;
        columns.push({ from: start, to: end, room });
        start = end;
      }
      if (start < to && to > row + 1) continue;
      best = {
        columns,
        notes: [{ from: note, to: noteEnd(start), columns: area.columns }],
        floats: [],
        cost: 0,
        brokenRules: [],
      };
    }
    if (!best) break;
    pages.push(best);
    row = best.columns.at(-1)?.to ?? flow.rows.length;
    note = best.notes[0]?.to ?? note;
  }
  return pages;
}
