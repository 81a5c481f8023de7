import type { Frame, NoteRow } from './flow.ts';

/** Notes at the foot of a page or a column: how high they stand, and which of their lines stand in which column. */
export interface NoteArea {
  /** With rule and white above; 0 where there is no note. */
  height: number;
  columns: { from: number; to: number }[];
  /** How many notes are parted between the columns. */
  parted: number;
}

/**
 * Sets the note rows from `from` up to `to` in as many columns as the frame has for notes, as low as they can be: each column as high as the
 * first, or less, and no single line of a note by itself.
 */
export function noteArea(notes: readonly NoteRow[], from: number, to: number, frame: Frame): NoteArea {
  if (from >= to) return { height: 0, columns: [], parted: 0 };
  const head = (notes[from]?.line ?? 0) > 0 ? frame.noteHeadContinued : frame.noteHead;
  const count = frame.notesAt === 'column' ? 1 : frame.noteColumns;
  const total = depth(notes, from, to);
  let columns = [{ from, to }];
  // What goes into columns of a height goes into higher ones: so the least height can be closed in on, down to less than a line.
  let low = total / count - 0.5;
  let high = total;
  while (count > 1 && high - low > 0.4) {
    const middle = (low + high) / 2;
    const filled = fill(notes, from, to, middle, count);
    if (filled) {
      columns = filled;
      // Not above the middle, or there would be no end, whatever the rows are.
      high = Math.min(middle, Math.max(...filled.map((column) => depth(notes, column.from, column.to))));
    } else low = middle;
  }
  return {
    height: head + Math.max(...columns.map((column) => depth(notes, column.from, column.to))),
    columns,
    parted: columns.filter((column) => column.from > from && (notes[column.from]?.line ?? 0) > 0).length,
  };
}

/** Fills columns of a height one after the other; undefined where there is more than they hold. */
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

/** The row up to which a column of a height takes note rows, if it is to part no note badly. */
function columnEnd(notes: readonly NoteRow[], start: number, from: number, to: number, height: number): number {
  let low = start;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (depth(notes, start, middle) <= height + 0.01) low = middle;
    else high = middle - 1;
  }
  while (low > start && low < to && !mayPart(notes, low, from, to)) low--;
  return low;
}

/** Whether a note may be cut before a row: with two of its lines on either side, as far as they stand in this area. */
export function mayPart(notes: readonly NoteRow[], at: number, from: number, to: number): boolean {
  const row = notes[at];
  if (!row || row.line === 0 || at <= from || at >= to) return true;
  const above = Math.min(row.line, at - from);
  const below = Math.min(row.of - row.line, to - at);
  return above >= 2 && below >= 2;
}

/** Height of note rows one below the other, with what stays around them; px. */
export function depth(notes: readonly NoteRow[], from: number, to: number): number {
  if (to <= from) return 0;
  const { top, kept = 0 } = notes[from] as NoteRow;
  const { bottom, tail = 0 } = notes[to - 1] as NoteRow;
  return bottom + tail - top + kept;
}
