import { costs } from './costs.ts';
import type { Flow, Frame } from './flow.ts';

/** For each row, note row and float of a flow: the room that it and all that follow take, as a share of a page’s. */
export interface RoomOfRest {
  rows: Float64Array;
  notes: Float64Array;
  floats: Float64Array;
}

/**
 * The room that the rest of a flow takes at least, from each of its parts on: the white between them is not counted.
 * `like` is that of a flow with the same notes and floats.
 */
export function roomOfRest({ rows, notes, floats }: Flow, frame: Frame, like?: RoomOfRest): RoomOfRest {
  // A column may be fuller than its height, by what is lost in rounding.
  const page = frame.columns * (frame.height + 1);
  // Notes under a column take the room of that column, others that of all.
  const note = frame.notesAt === 'column' ? 1 : frame.columns / frame.noteColumns;
  return {
    rows: fromEnd(rows, page),
    notes: like?.notes ?? fromEnd(notes, page / note),
    floats: like?.floats ?? floatsFromEnd(floats, frame.columns, page),
  };
}

/** The least cost of the pages for what comes from a row, a note row and a float on. */
export function leastCost({ rows, notes, floats }: RoomOfRest, row: number, note: number, float: number): number {
  return Math.ceil((rows[row] as number) + (notes[note] as number) + (floats[float] as number)) * costs.page;
}

/** The heights of all rows from each one on, without what rows share and what is between them; shares of `page`. */
function fromEnd(rows: readonly { top: number; bottom: number }[], page: number): Float64Array {
  const sums = new Float64Array(rows.length + 1);
  let sum = 0;
  let below = Number.POSITIVE_INFINITY;
  for (let i = rows.length - 1; i >= 0; i--) {
    const { top, bottom } = rows[i] as { top: number; bottom: number };
    sum += (Math.min(bottom, below) - top) / page;
    below = top;
    sums[i] = sum;
  }
  return sums;
}

function floatsFromEnd(floats: Flow['floats'], columns: number, page: number): Float64Array {
  const sums = new Float64Array(floats.length + 1);
  for (let i = floats.length - 1; i >= 0; i--) {
    const { height, spans } = floats[i] as Flow['floats'][number];
    sums[i] = (sums[i + 1] as number) + (height * (spans ? columns : 1)) / page;
  }
  return sums;
}
