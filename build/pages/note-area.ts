import type { Frame, NoteRow } from './flow.ts';

/** Notes at the foot of a page or a column: their height, and the rows in each of their columns. */
export interface NoteArea {
  /** In px, with the rule and the white above; 0 if there is no note. */
  height: number;
  columns: { from: number; to: number }[];
  /** The number of notes that are divided between the columns. */
  parted: number;
}

/**
 * Sets the note rows from `from` up to `to` in the frame’s columns for notes, as low as possible: no column is higher
 * than the first, and no line of a note stands alone.
 */
export function noteArea(notes: readonly NoteRow[], from: number, to: number, frame: Frame): NoteArea {
  if (from >= to) return { height: 0, columns: [], parted: 0 };
  const head = (notes[from]?.line ?? 0) > 0 ? frame.noteHeadContinued : frame.noteHead;
  const count = frame.notesAt === 'column' ? 1 : frame.noteColumns;
  const total = noteHeight(notes, from, to);
  let columns = [{ from, to }];
  // What fits into columns of a height fits into higher ones, so the least height can be found by bisection, down to
  // less than a line.
  let low = total / count - 0.5;
  let high = total;
  while (count > 1 && high - low > 0.4) {
    const middle = (low + high) / 2;
    const filled = fill(notes, from, to, middle, count);
    if (filled) {
      columns = filled;
      // Never above the middle, or the search might not end if rows overlap.
      high = Math.min(middle, Math.max(...filled.map((column) => noteHeight(notes, column.from, column.to))));
    } else low = middle;
  }
  return {
    height: head + Math.max(...columns.map((column) => noteHeight(notes, column.from, column.to))),
    columns,
    parted: columns.filter((column) => column.from > from && (notes[column.from]?.line ?? 0) > 0).length,
  };
}

/** Fills columns of a height one after the other; undefined if there is more than they hold. */
function fill(
  notes: readonly NoteRow[],
  from: number,
  to: number,
  height: number,
  count: number,
): NoteArea['columns'] | undefined {
  const columns: NoteArea['columns'] = [];
  let start = from;
  while (start < to) {
    if (columns.length === count) return undefined;
    const end = columnEnd(notes, start, from, to, height);
    if (end === start) return undefined;
    columns.push({ from: start, to: end });
    start = end;
  }
  return columns;
}

/** The row up to which a column of a height takes note rows, without dividing a note badly. */
function columnEnd(notes: readonly NoteRow[], start: number, from: number, to: number, height: number): number {
  let low = start;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (noteHeight(notes, start, middle) <= height + 0.01) low = middle;
    else high = middle - 1;
  }
  while (low > start && low < to && !canCutNote(notes, low, from, to)) low--;
  return low;
}

/** True if a note may be cut before a row: with two of its lines on either side, as far as they stand in this area. */
export function canCutNote(notes: readonly NoteRow[], at: number, from: number, to: number): boolean {
  const row = notes[at];
  if (!row || row.line === 0 || at <= from || at >= to) return true;
  const above = Math.min(row.line, at - from);
  const below = Math.min(row.of - row.line, to - at);
  return above >= 2 && below >= 2;
}

/** The height of note rows one below the other, with what is kept around them; px. */
export function noteHeight(notes: readonly NoteRow[], from: number, to: number): number {
  if (to <= from) return 0;
  const { top, kept = 0 } = notes[from] as NoteRow;
  const { bottom, tail = 0 } = notes[to - 1] as NoteRow;
  return bottom + tail - top + kept;
}
