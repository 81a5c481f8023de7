import type { Flow, NoteRow, PagePlan } from './flow.ts';

/**
 * The content of some pages of a flow, as a flow of its own. Its last page should be as full as any, unless it ends the
 * flow.
 */
export function windowOf(flow: Flow, pages: readonly PagePlan[], first: number, last: number): Flow {
  const rowFrom = pages[first]?.columns[0]?.from ?? 0;
  const rowTo = pages[last]?.columns.at(-1)?.to ?? 0;
  const notes = flow.notes.slice(pages[first]?.notes[0]?.from ?? 0, pages[last]?.notes.at(-1)?.to ?? 0);
  const base = notes[0]?.note ?? 0;
  const floats = pages
    .slice(first, last + 1)
    .flatMap((page) => page.floats.map(({ float }) => float))
    .sort((a, b) => a - b)
    .flatMap((index) => flow.floats[index] ?? [])
    .map((float) => ({
      ...float,
      anchor: Math.max(-1, float.anchor - rowFrom),
      ...(float.until === undefined ? {} : { until: Math.max(0, float.until - rowFrom) }),
      firstNote: Math.max(0, float.firstNote - base),
    }));
  // Notes that were called before: one that runs on, and those of floats that have waited.
  const runsOn = (notes[0]?.line ?? 0) > 0 ? 1 : 0;
  const waited = floats.reduce((sum, { anchor, calls }) => sum + (anchor < 0 && first > 0 ? calls : 0), 0);
  return {
    rows: flow.rows.slice(rowFrom, rowTo),
    notes: notes.map((row): NoteRow => ({ ...row, note: row.note - base })),
    floats,
    opening: first === 0 ? flow.opening : 0,
    openingCalls: first === 0 ? flow.openingCalls : runsOn + waited,
    continues: rowTo < flow.rows.length,
  };
}

/**
 * A copy of pages in which those from `first` to `last` are replaced by `plans`, which have `by` rows more or fewer.
 */
export function spliced(
  pages: readonly PagePlan[],
  first: number,
  last: number,
  plans: readonly PagePlan[],
  by: number,
): PagePlan[] {
  const placed = pages
    .slice(first, last + 1)
    .flatMap((page) => page.floats.map(({ float }) => float))
    .sort((a, b) => a - b);
  const row = pages[first]?.columns[0]?.from ?? 0;
  const note = pages[first]?.notes[0]?.from ?? 0;
  return [
    ...pages.slice(0, first),
    ...plans.map((page) => shifted(page, row, note, (float) => placed[float] ?? 0)),
    ...pages.slice(last + 1).map((page) => shifted(page, by, 0, (float) => float)),
  ];
}

/** A copy of a page with its rows, note rows and floats counted from elsewhere. */
function shifted(page: PagePlan, rows: number, notes: number, floatOf: (float: number) => number): PagePlan {
  const move = <T extends { from: number; to: number }>(part: T, by: number): T => ({
    ...part,
    from: part.from + by,
    to: part.to + by,
  });
  return {
    ...page,
    columns: page.columns.map((column) => move(column, rows)),
    notes: page.notes.map((area) => ({
      ...move(area, notes),
      columns: area.columns.map((column) => move(column, notes)),
    })),
    floats: page.floats.map((placed) => ({ ...placed, float: floatOf(placed.float) })),
  };
}
