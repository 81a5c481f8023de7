import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakPages } from '../../build/pages/break-pages.ts';
import { heightIn, rowHeights } from '../../build/pages/column.ts';
import type { Frame, NoteRow } from '../../build/pages/flow.ts';
import { noteArea, wholeNoteArea } from '../../build/pages/notes/note-area.ts';
import { noteHeight } from '../../build/pages/notes/note-columns.ts';
import { hiddenWhite, noteAreas, spreadNotes } from '../../build/pages/notes/spread-notes.ts';
import { flowOf } from './flow-of.ts';
import { randomFrom } from './random.ts';

/** Lines of text of 17 px, notes of 13 px in two columns, and 6 px above them at least. */
const page: Frame = {
  height: 17 * 40,
  columns: 2,
  grid: 17,
  notesAt: 'page',
  noteColumns: 2,
  noteHead: 6,
  noteHeadContinued: 6,
};

/** Notes of so many lines. */
function notesOf(lengths: readonly number[]): NoteRow[] {
  let top = -13;
  return lengths.flatMap((of, note) =>
    Array.from({ length: of }, (_, line) => {
      top += 13;
      return { top, bottom: top + 13, line, of, note };
    }),
  );
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

test('a long note beside an empty column is dearer than one divided between both, a short one is not', () => {
  const cheaper = (lines: number) => {
    const notes = notesOf([lines]);
    return wholeNoteArea(notes, 0, lines, page).cost < noteArea(notes, 0, lines, page).cost;
  };
  assert.equal([4, 5, 9].map(cheaper), [false, false, false]);
  assert.equal(
    [1, 2, 3].map((lines) => noteArea(notesOf([lines]), 0, lines, page).columns.length),
    [1, 1, 1],
  );
});

test('white goes above and between notes, and their columns end level', () => {
  const notes = notesOf([3, 2, 3, 3]);
  const { columns } = noteArea(notes, 0, 11, page);
  assert.equal(
    columns.map(({ from, to }) => to - from),
    [5, 6],
  );
  const { above, rise, between, below } = spreadNotes(notes, { from: 0, to: 11, columns }, 9, page);
  assert.is(above + rise + below, 9);
  assert.is(below, 0);
  const ends = columns.map(({ from, to }, i) => noteHeight(notes, from, to) + sum(between[i] ?? []));
  assert.is(ends[1], 6 * 13 + rise);
  for (const white of between.flat()) assert.ok(white <= 13 / 2 && Number.isInteger(white));
});

test('above notes there is never more than a line, whatever the page leaves', () => {
  for (const lengths of [[1], [4], [2, 2], [1, 1, 1, 1], [5, 1, 1], [12]])
    for (let rest = 0; rest < page.grid; rest++) {
      const notes = notesOf(lengths);
      const { columns } = noteArea(notes, 0, notes.length, page);
      const { above, rise, below } = spreadNotes(notes, { from: 0, to: notes.length, columns }, rest, page);
      assert.ok(page.noteHead + above <= page.grid, `${lengths}: ${above}`);
      assert.is(above + rise + below, rest);
      assert.ok(below < page.grid / 2);
    }
});

test('a short page keeps its notes at the foot, as they are', () => {
  const notes = notesOf([2, 2, 2, 2]);
  const { columns } = noteArea(notes, 0, 8, page);
  const { above, rise, below } = spreadNotes(notes, { from: 0, to: 8, columns }, 120, page);
  assert.equal([above, rise, below], [0, 0, 0]);
});

test('a line that is lacking in all columns is hidden where the notes can take it', () => {
  const notes = notesOf([2, 2, 2, 2, 2, 2]);
  const { columns } = noteArea(notes, 0, 12, page);
  const hidden = hiddenWhite(notes, { from: 0, to: 12, columns }, page);
  assert.ok(hidden >= page.grid);
  const { above, rise, below } = spreadNotes(notes, { from: 0, to: 12, columns }, Math.floor(hidden), page);
  assert.is(above + rise + below, Math.floor(hidden));
  assert.ok(page.noteHead + above <= page.grid);
});

test('made-up pages with notes have at most a line of white above them, but for a few', () => {
  const random = randomFrom(21);
  let lacking = 0;
  let pages = 0;
  for (let n = 0; n < 20; n++) {
    const paragraphs = Array.from({ length: 40 }, () => (random() < 0.1 ? -1 : 3 + Math.floor(random() * 9)));
    const count = sum(paragraphs.map(Math.abs));
    const calls: { at: number; lines: number }[] = [];
    for (let at = 0; at < count; at++) if (random() < 0.05) calls.push({ at, lines: 1 + Math.floor(random() * 5) });
    const flow = flowOf(paragraphs);
    flow.rows.forEach((row, i) => {
      row.top = i * 17;
      row.bottom = row.top + 17;
      row.calls = calls.filter(({ at }) => at === i).length;
    });
    flow.notes = notesOf(calls.map(({ lines }) => lines));
    const heights = rowHeights(flow.rows, page.grid);
    for (const plan of breakPages(flow, page).slice(0, -1)) {
      const text = Math.max(...plan.columns.map((column) => heightIn(heights, column)));
      for (const { from, to, whites, height } of noteAreas({ ...flow, frame: page }, plan, heights, page.height)) {
        if (to === from) continue;
        pages++;
        const white = page.height - text - height + page.noteHead + whites.above;
        if (white > page.grid + 0.6) lacking++;
      }
    }
  }
  assert.ok(pages > 50 && lacking <= pages / 15, `${lacking} of ${pages}`);
});

test.run();
