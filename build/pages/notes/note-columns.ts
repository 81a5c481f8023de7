import type { NoteRow } from '../flow.ts';

/** A column of notes: the note rows from one up to another. */
export interface NoteColumn {
  from: number;
  to: number;
}

/** The share of a line of notes that the white between two of them may have. */
export const mostBetween = 0.5;

/**
 * The difference of the columns of notes beyond a line, in lines, that no white between notes can make level. Of
 * `count` columns, those without notes are empty.
 */
export function unlevelLines(notes: readonly NoteRow[], columns: readonly NoteColumn[], count: number): number {
  const heights = columns.map(({ from, to }) => noteHeight(notes, from, to));
  const highest = Math.max(...heights);
  let most = 0;
  columns.forEach(({ from, to }, i) => {
    const lacking = highest - (heights[i] ?? 0);
    const line = noteLine(notes, from);
    if (lacking > gapsIn(notes, from, to) * line * mostBetween + 0.01) most = Math.max(most, lacking / line - 1);
  });
  if (columns.length < count) most = Math.max(most, highest / noteLine(notes, columns[0]?.from ?? 0) - 1);
  return most;
}

/** The number of notes that begin below a column’s first row. */
export function gapsIn(notes: readonly NoteRow[], from: number, to: number): number {
  return to > from ? (notes[to - 1]?.note ?? 0) - (notes[from]?.note ?? 0) : 0;
}

/** The height of a line of notes, by a column’s first row. */
export function noteLine(notes: readonly NoteRow[], from: number): number {
  const row = notes[from];
  return row ? row.bottom - row.top : 0;
}

/** The height of note rows one below the other, with what is kept around them; px. */
export function noteHeight(notes: readonly NoteRow[], from: number, to: number): number {
  if (to <= from) return 0;
  const { top, kept = 0 } = notes[from] as NoteRow;
  const { bottom, tail = 0 } = notes[to - 1] as NoteRow;
  return bottom + tail - top + kept;
}
