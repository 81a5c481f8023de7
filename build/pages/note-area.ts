import type { Frame, NoteRow } from './flow.ts';

/** Notes at the foot of a page or a column: how high they stand, and which of their lines stand in which column. */
export interface NoteArea {
  /** With rule and white above; 0 where there is no note. */
  height: number;
  columns: { from: number; to: number }[];
  /** How many notes are parted between the columns, and how many of them with a single line on one side. */
  parted: number;
  badlyParted: number;
}

/**
 * Sets the note rows from `from` up to `to` in as many columns as the frame has for notes, as low as they can be: each column as high as the
 * first, or less.
 */
export function noteArea(notes: readonly NoteRow[], from: number, to: number, frame: Frame): NoteArea {
  if (from >= to) return { height: 0, columns: [], parted: 0, badlyParted: 0 };
  const head = (notes[from]?.line ?? 0) > 0 ? frame.noteHeadContinued : frame.noteHead;
  const count = frame.notesAt === 'column' ? 1 : frame.noteColumns;
  const total = depth(notes, from, to);
  if (count === 1) return { height: head + total, columns: [{ from, to }], parted: 0, badlyParted: 0 };
  // The heights worth trying are those at which a column that begins somewhere ends with a row.
  const heights = new Set<number>();
  for (let start = from; start < to; start++) {
    for (let end = start + 1; end <= to; end++) {
      const height = depth(notes, start, end);
      if (height >= total / count - 0.01) {
        heights.add(height);
        break;
      }
    }
  }
  for (let end = from + 1; end <= to; end++) heights.add(depth(notes, from, end));
  const sorted = [...heights].filter((height) => height >= total / count - 0.5).sort((a, b) => a - b);
  for (const strict of [true, false]) {
    for (const height of sorted) {
      const columns = fill(notes, from, to, height, count, strict);
      if (!columns) continue;
      const cuts = columns.slice(1).filter((column) => (notes[column.from]?.line ?? 0) > 0);
      return {
        height: head + Math.max(...columns.map((column) => depth(notes, column.from, column.to))),
        columns,
        parted: cuts.length,
        badlyParted: cuts.filter((column) => !mayPart(notes, column.from, from, to)).length,
      };
    }
  }
  return { height: head + total, columns: [{ from, to }], parted: 0, badlyParted: 0 };
}

/** Fills columns of a height one after the other; undefined where there is more than they hold. */
function fill(
  notes: readonly NoteRow[],
  from: number,
  to: number,
  height: number,
  count: number,
  strict: boolean,
): { from: number; to: number }[] | undefined {
  const columns: { from: number; to: number }[] = [];
  let start = from;
  while (start < to) {
    if (columns.length === count) return undefined;
    let end = start + 1;
    while (end < to && depth(notes, start, end + 1) <= height + 0.01) end++;
    if (strict) while (end > start && end < to && !mayPart(notes, end, from, to)) end--;
    if (end === start || depth(notes, start, end) > height + 0.01) return undefined;
    columns.push({ from: start, to: end });
    start = end;
  }
  return columns;
}

/** Whether a note may be cut before a row: with two of its lines on either side, as far as they stand in this area. */
export function mayPart(notes: readonly NoteRow[], at: number, from: number, to: number): boolean {
  const row = notes[at];
  if (!row || row.line === 0 || at <= from || at >= to) return true;
  const above = Math.min(row.line, at - from);
  const below = Math.min(row.of - row.line, to - at);
  return above >= 2 && below >= 2;
}

/** Height of note rows one below the other; px. */
export function depth(notes: readonly NoteRow[], from: number, to: number): number {
  const first = notes[from];
  const last = notes[to - 1];
  return first && last && to > from ? last.bottom - first.top : 0;
}
