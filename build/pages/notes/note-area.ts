import { costs } from '../costs.ts';
import type { Frame, NoteRow } from '../flow.ts';
import { type NoteColumn, noteHeight, unlevelLines } from './note-columns.ts';

/** Notes at the foot of a page or a column: their height, and the rows in each of their columns. */
export interface NoteArea {
  /** In px, with the rule and the white above; 0 if there is no note. */
  height: number;
  columns: NoteColumn[];
  /** The number of notes that are divided between the columns. */
  parted: number;
  /** The cost of that, and of columns that do not end level. */
  cost: number;
  /** The area, higher than this one, in which no note is divided between columns; once it was asked for. */
  whole?: NoteArea;
}

/**
 * Sets the note rows from `from` up to `to` in the frame’s columns for notes, as low as possible: no column is higher
 * than the first, and no line of a note stands alone.
 */
export function noteArea(notes: readonly NoteRow[], from: number, to: number, frame: Frame): NoteArea {
  if (from >= to) return { height: 0, columns: [], parted: 0, cost: 0 };
  return lowestArea(notes, from, to, frame, false);
}

/** The {@link noteArea} of some rows, as low as it can be with no note divided between the columns. */
export function wholeNoteArea(notes: readonly NoteRow[], from: number, to: number, frame: Frame): NoteArea {
  return lowestArea(notes, from, to, frame, true);
}

/** The white and the rule above the notes that begin with a row, at least; px. */
export function headOf(notes: readonly NoteRow[], from: number, frame: Frame): number {
  return (notes[from]?.line ?? 0) > 0 ? frame.noteHeadContinued : frame.noteHead;
}

/** The height of notes in columns, with the rule and the least white above; px. */
export function areaHeight(
  notes: readonly NoteRow[],
  from: number,
  columns: readonly NoteColumn[],
  frame: Frame,
): number {
  const heights = columns.map((column) => noteHeight(notes, column.from, column.to));
  return headOf(notes, from, frame) + Math.max(...heights);
}

/** The lowest area; if `whole` is true, of those in which no note is divided between columns. */
function lowestArea(notes: readonly NoteRow[], from: number, to: number, frame: Frame, whole: boolean): NoteArea {
  const count = frame.notesAt === 'column' ? 1 : frame.noteColumns;
  const total = noteHeight(notes, from, to);
  let columns = [{ from, to }];
  // What fits into columns of a height fits into higher ones, so the least height can be found by bisection, down to
  // less than a line.
  let low = total / count - 0.5;
  let high = total;
  while (count > 1 && high - low > 0.4) {
    const middle = (low + high) / 2;
    const filled = fill({ notes, from, to, whole }, middle, count);
    if (filled) {
      columns = filled;
      // Never above the middle, or the search might not end if rows overlap.
      high = Math.min(middle, Math.max(...filled.map((column) => noteHeight(notes, column.from, column.to))));
    } else low = middle;
  }
  const parted = columns.filter((column) => column.from > from && (notes[column.from]?.line ?? 0) > 0).length;
  return {
    height: areaHeight(notes, from, columns, frame),
    columns,
    parted,
    cost: parted * costs.noteParted + unlevelLines(notes, columns, count) * costs.noteUnlevel,
  };
}

/** The rows of an area, and whether each note must stay whole. */
interface AreaRows {
  notes: readonly NoteRow[];
  from: number;
  to: number;
  whole: boolean;
}

/** Fills columns of a height one after the other; undefined if there is more than they hold. */
function fill(rows: AreaRows, height: number, count: number): NoteArea['columns'] | undefined {
  const columns: NoteArea['columns'] = [];
  let start = rows.from;
  while (start < rows.to) {
    if (columns.length === count) return undefined;
    const end = columnEnd(rows, start, height);
    if (end === start) return undefined;
    columns.push({ from: start, to: end });
    start = end;
  }
  return columns;
}

/** The row up to which a column of a height takes note rows, without dividing a note badly. */
function columnEnd({ notes, from, to, whole }: AreaRows, start: number, height: number): number {
  let low = start;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (noteHeight(notes, start, middle) <= height + 0.01) low = middle;
    else high = middle - 1;
  }
  while (low > start && low < to && !(whole ? notes[low]?.line === 0 : canCutNote(notes, low, from, to))) low--;
  return low;
}

/**
 * True if a note may be cut before a row: with two of its lines on either side, as far as they stand in this area, and
 * not in an address.
 */
export function canCutNote(notes: readonly NoteRow[], at: number, from: number, to: number): boolean {
  const row = notes[at];
  if (!row || row.line === 0 || at <= from || at >= to) return true;
  const above = Math.min(row.line, at - from);
  const below = Math.min(row.of - row.line, to - at);
  return above >= 2 && below >= 2 && !row.address;
}
