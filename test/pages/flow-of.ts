import type { Flow, Frame, Row } from '../../build/pages/flow.ts';

/** Height of a line in made-up flows; px. */
export const grid = 10;

/** A page of twenty lines in one column, notes across it. */
export const frame: Frame = {
  height: 200,
  columns: 1,
  grid,
  notesAt: 'page',
  noteColumns: 1,
  noteHead: 10,
  noteHeadContinued: 10,
};

/** Paragraphs of so many lines; a negative number is a heading. Calls by row. */
export function flowOf(
  paragraphs: readonly number[],
  notes: readonly { at: number; lines: number }[] = [],
  rest: Partial<Flow> = {},
): Flow {
  const rows: Row[] = [];
  let y = 0;
  paragraphs.forEach((lines, block) => {
    for (let line = 0; line < Math.abs(lines); line++) {
      rows.push({
        top: y,
        bottom: y + grid,
        kept: 0,
        tail: 0,
        head: 0,
        phase: 0,
        block,
        line,
        of: Math.abs(lines),
        orphans: 2,
        widows: 2,
        kind: lines < 0 ? 'heading' : 'text',
        before: 'auto',
        hyphen: false,
        colon: false,
        width: 1,
        calls: 0,
      });
      y += grid;
    }
  });
  const flow: Flow = { rows, notes: [], floats: [], opening: 0, openingCalls: 0, ...rest };
  let noteY = 0;
  notes.forEach(({ at, lines }, note) => {
    (rows[at] as Row).calls++;
    for (let line = 0; line < lines; line++) {
      flow.notes.push({ top: noteY, bottom: noteY + 8, line, of: lines, note });
      noteY += 8;
    }
  });
  return flow;
}
