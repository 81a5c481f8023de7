import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakCosts } from '../../build/pages/break-costs.ts';
import { breakPages } from '../../build/pages/break-pages.ts';
import { columnHeight, linesGiven, rowHeights } from '../../build/pages/column.ts';
import { costs, fewLines } from '../../build/pages/costs.ts';
import { costOfShort } from '../../build/pages/fill-columns.ts';
import type { Flow, Frame, PagePlan, Row } from '../../build/pages/flow.ts';
import { canCutNote, noteArea } from '../../build/pages/notes/note-area.ts';
import { flowOf, frame, grid } from './flow-of.ts';
import { randomFrom } from './random.ts';

const columnsOf = (pages: readonly PagePlan[]) => pages.map(({ columns }) => columns.map(({ from, to }) => [from, to]));

/** For each row: the notes that are called before it. */
function firstNotes(flow: Flow): number[] {
  let called = flow.openingCalls;
  return flow.rows.map(({ calls }) => {
    called += calls;
    return called - calls;
  });
}

/** What holds on all pages, whatever they cost. */
function holds(flow: Flow, pages: readonly PagePlan[], where: Frame): void {
  const all = rowHeights(flow.rows, where.grid);
  let row = 0;
  let note = 0;
  const floats: number[] = [];
  // The last of the notes that were called so far: in the opening, in rows, in floats that have been placed.
  const first = firstNotes(flow);
  const inFloats = (anchor: number) =>
    flow.floats.reduce((sum, one) => sum + (one.anchor === anchor ? one.calls : 0), 0);
  let called = flow.openingCalls - inFloats(-1);
  for (const page of pages) {
    const tooFull = page.brokenRules.some(({ rule }) => rule === 'overfull');
    for (const { from, to, room } of page.columns) {
      assert.is(from, row, 'rows follow one another');
      row = to;
      for (let i = from; i < to; i++) {
        const own = (flow.rows[i]?.calls ?? 0) - inFloats(i);
        if (own > 0) called = Math.max(called, (first[i] as number) + own);
      }
      if (!tooFull) assert.ok(columnHeight(all, from, to) <= room + 0.1, 'a column holds its rows');
    }
    for (const { from, to } of page.notes) {
      assert.is(from, note, 'note rows follow one another');
      note = to;
    }
    for (const { float } of page.floats) {
      const { calls = 0, firstNote = 0 } = flow.floats[float] ?? {};
      if (calls > 0) called = Math.max(called, firstNote + calls);
    }
    // Every note that has been called has begun.
    const begun = flow.notes.slice(0, note).filter(({ line }) => line === 0).length;
    if (!tooFull && !page.brokenRules.some(({ rule }) => rule === 'noteLate'))
      assert.ok(begun >= called, 'notes begin on the page of their call');
    floats.push(...page.floats.map(({ float }) => float));
  }
  assert.is(row, flow.rows.length);
  assert.is(note, flow.notes.length);
  assert.equal(
    floats,
    flow.floats.map((_, i) => i),
  );
}

test('no line stands alone, and no heading without two lines', () => {
  // Twenty lines go on a page: the first would end after one line of the second paragraph.
  assert.equal(columnsOf(breakPages(flowOf([19, 10]), frame))[0], [[0, 19]]);
  assert.equal(columnsOf(breakPages(flowOf([18, -1, 10]), frame))[0], [[0, 18]]);
  // Two lines on the last page are too few: a page that is two lines short is the lesser evil.
  assert.equal(columnsOf(breakPages(flowOf([21]), frame)), [[[0, 18]], [[18, 21]]]);
  for (const pages of [breakPages(flowOf([19, 10]), frame), breakPages(flowOf([18, -1, 10]), frame)])
    assert.ok(pages.every(({ brokenRules }) => brokenRules.length === 0));
});

test('a note begins on the page of its call, and runs on with two lines on either side', () => {
  const flow = flowOf([18, 20], [{ at: 17, lines: 10 }]);
  const pages = breakPages(flow, frame);
  holds(flow, pages, frame);
  for (const { to } of pages.map(({ notes }) => notes[0] ?? { to: 0 }))
    assert.ok(to === 0 || to === 10 || (to >= 2 && to <= 8), `${to} of ten lines`);
});

test('a note never runs on while a column of notes has room', () => {
  const two = { ...frame, columns: 2, noteColumns: 2 };
  for (let at = 20; at < 40; at++)
    for (const lines of [5, 9, 12, 17]) {
      const flow = flowOf([at, 40], [{ at, lines }]);
      const pages = breakPages(flow, two);
      holds(flow, pages, two);
      for (const { notes } of pages)
        for (const { to, columns } of notes) {
          if (to === lines || columns[0]?.from !== 0) continue;
          const { height } = noteArea(flow.notes, 0, to, two);
          for (let more = to + 1; more <= lines; more++)
            if (canCutNote(flow.notes, more, 0, flow.notes.length))
              assert.ok(noteArea(flow.notes, 0, more, two).height > height, `${lines} lines, called in ${at}: ${to}`);
        }
    }
});

test('a note stays in one column, and on one page, where that takes no line from the text', () => {
  const two = { ...frame, columns: 2, noteColumns: 2 };
  // Of the notes of 3, 2 and 3 lines the second would be divided, to be as low as four lines.
  const flow = flowOf(
    [60],
    [
      { at: 3, lines: 3 },
      { at: 5, lines: 2 },
      { at: 8, lines: 3 },
    ],
  );
  const [first] = breakPages(flow, two);
  assert.equal(first?.notes[0]?.columns.length, 2);
  for (const { from } of first?.notes[0]?.columns ?? []) assert.is(flow.notes[from]?.line, 0);
});

test('the last page has columns of one depth', () => {
  const two = { ...frame, columns: 2 };
  assert.equal(columnsOf(breakPages(flowOf([4, 4, 4]), two)), [
    [
      [0, 6],
      [6, 12],
    ],
  ]);
});

test('a forced break is kept', () => {
  const flow = flowOf([5, 5]);
  (flow.rows[5] as Row).before = 'page';
  assert.equal(columnsOf(breakPages(flow, frame)), [[[0, 5]], [[5, 10]]]);
  (flow.rows[5] as Row).before = 'column';
  assert.equal(columnsOf(breakPages(flow, { ...frame, columns: 2 })), [
    [
      [0, 5],
      [5, 10],
    ],
  ]);
});

test('a float stands on the page of its place or a later one, never before it', () => {
  const flow = flowOf(Array(12).fill(5), [], {
    floats: [
      { height: 60, spans: false, anchor: 12, places: ['head', 'foot'], calls: 0, firstNote: 0 },
      { height: 150, spans: false, anchor: 14, places: ['head'], calls: 0, firstNote: 0 },
    ],
  });
  const pages = breakPages(flow, frame);
  holds(flow, pages, frame);
  pages.forEach((page) => {
    for (const { float } of page.floats) assert.ok((flow.floats[float]?.anchor ?? 0) < (page.columns.at(-1)?.to ?? 0));
  });
});

/** The least cost of all ways to break lines without notes and floats into pages of one column: every one is tried. */
function bruteForce(flow: Flow): number {
  const breaks = breakCosts(flow.rows);
  const heights = rowHeights(flow.rows, grid);
  const total = flow.rows.length;
  const most = frame.height / grid;
  // What follows does not depend on how one came there, but for whether a page came before.
  const known = new Map<number, number>();
  const best = (from: number, page: number): number => {
    const before = known.get(from);
    if (before !== undefined) return before;
    let least = Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= Math.min(total, from + most); to++) {
      const short = to === total ? 0 : most - (to - from);
      const lacking = to === total && page > 0 ? costs.lastPageFew * Math.max(0, fewLines - (to - from)) : 0;
      const given = to === total ? 0 : linesGiven(heights, from, to, short * grid);
      const here = costOfShort(short, given) + costs.page + lacking + (to === total ? 0 : (breaks[to]?.page ?? 0));
      least = Math.min(least, here + (to === total ? 0 : best(to, page + 1)));
    }
    known.set(from, least);
    return least;
  };
  return best(0, 0);
}

test('the optimum of small cases is that of brute force', () => {
  const random = randomFrom(5);
  for (let i = 0; i < 40; i++) {
    const paragraphs: number[] = [];
    while (paragraphs.reduce((sum, lines) => sum + Math.abs(lines), 0) < 44)
      paragraphs.push(random() < 0.15 ? -1 : 1 + Math.floor(random() * 9));
    const flow = flowOf(paragraphs);
    const found = breakPages(flow, frame).reduce((sum, { cost }) => sum + cost, 0);
    assert.ok(Math.abs(found - bruteForce(flow)) < 1e-6, `${paragraphs}: ${found}, not ${bruteForce(flow)}`);
  }
});

test('any rows, notes and floats, however absurd, come to pages on which all of them stand', () => {
  const random = randomFrom(11);
  const number = (most: number) => Math.floor(random() * most);
  for (let i = 0; i < 100; i++) {
    const flow = flowOf(Array.from({ length: number(30) }, () => (random() < 0.1 ? -1 : 1 + number(20))));
    // Rows higher than the page, notes longer than it, more notes than go on it.
    let shift = 0;
    for (const row of flow.rows) {
      row.top += shift;
      if (random() < 0.02) shift += number(400);
      row.bottom += shift;
    }
    for (let anchor = -1; anchor < flow.rows.length; anchor += 1 + number(30)) {
      flow.floats.push({
        height: 10 * number(random() < 0.1 ? 40 : 15),
        spans: random() < 0.3,
        anchor,
        places: ['head', 'foot'],
        calls: 0,
        firstNote: 0,
      });
    }
    let y = 0;
    let note = 0;
    const addNotes = (share: number) => {
      const before = note;
      while (random() < share) {
        const lines = 1 + number(random() < 0.1 ? 60 : 6);
        for (let line = 0; line < lines; line++, y += 8)
          flow.notes.push({ top: y, bottom: y + 8, line, of: lines, note });
        note++;
      }
      return note - before;
    };
    for (let i = -1; i < flow.rows.length; i++) {
      const row = flow.rows[i];
      const before = note;
      if (row) addNotes(0.15);
      for (const float of flow.floats) {
        if (float.anchor !== i) continue;
        float.firstNote = note;
        float.calls = addNotes(0.2);
      }
      if (row) row.calls = note - before;
      else flow.openingCalls = note;
    }
    flow.opening = random() < 0.5 ? number(250) : 0;
    const where: Frame = {
      ...frame,
      columns: 1 + number(3),
      noteColumns: 1 + number(2),
      notesAt: random() < 0.3 ? 'column' : 'page',
    };
    if (where.notesAt === 'column') where.noteColumns = 1;
    holds(flow, breakPages(flow, where), where);
  }
});

test('a figure does not stand alone after the end, where a few lines can stand with it', () => {
  const figure = { height: 120, spans: false, places: ['head', 'foot'] as const, calls: 0, firstNote: 0 };
  // The text ends at the foot of the second page, and the figure has its place before the last paragraph.
  for (const [lines, anchor] of [
    [40, 29],
    [40, 39],
    [38, 33],
    [36, 30],
  ] as const) {
    const flow = flowOf([lines - 10, 10], [], { floats: [{ ...figure, anchor }] });
    const pages = breakPages(flow, frame);
    holds(flow, pages, frame);
    for (const { columns, floats } of pages)
      if (floats.length > 0)
        assert.ok(
          columns.some(({ from, to }) => to > from),
          `${lines} lines`,
        );
  }
  // One that fills a page has it for itself.
  const high = flowOf([40], [], { floats: [{ ...figure, height: 200, anchor: 39 }] });
  assert.equal(
    breakPages(high, frame).flatMap(({ brokenRules }) => brokenRules.map(({ rule }) => rule)),
    [],
  );
});

test('a figure stays in its article, where another runs on', () => {
  const random = randomFrom(11);
  const number = (below: number) => Math.floor(random() * below);
  for (let n = 0; n < 60; n++) {
    const first = 6 + number(40);
    const flow = flowOf([first, -1, 30 + number(30)]);
    const anchor = number(first);
    flow.floats = [
      {
        height: 40 + grid * number(10),
        spans: n % 3 === 0,
        anchor,
        until: first,
        places: ['head', 'foot'],
        calls: 0,
        firstNote: 0,
      },
    ];
    const where = { ...frame, columns: 1 + number(2) };
    const pages = breakPages(flow, where);
    holds(flow, pages, where);
    const page = pages.find(({ floats }) => floats.length > 0) as PagePlan;
    const [placed] = page.floats;
    const column =
      page.columns[
        placed?.column === -1 ? (placed.at === 'head' ? 0 : page.columns.length - 1) : (placed?.column ?? 0)
      ];
    if (page.brokenRules.some(({ rule }) => rule === 'floatAstray')) continue;
    if (placed?.at === 'head')
      assert.ok((column?.from ?? 0) < first, 'at the head of a column that begins with its article');
    else assert.ok((column?.to ?? 0) <= first, 'at the foot of a column that ends with its article');
    assert.ok((page.columns[0]?.from ?? 0) < first);
  }
});

test('six columns, and many figures, end', () => {
  const flow = flowOf(Array.from({ length: 60 }, (_, i) => 3 + (i % 9)));
  flow.floats = Array.from({ length: 8 }, (_, i) => ({
    height: 50,
    spans: false,
    anchor: 40 + i * 3,
    places: ['head', 'foot'] as const,
    calls: 0,
    firstNote: 0,
  }));
  for (const columns of [4, 6]) {
    const where = { ...frame, columns };
    holds(flow, breakPages(flow, where), where);
  }
});

test('notes whose rows run back and forth end', () => {
  const notes = [0, 13, 26, 39, 52, 65, 39, 91].map((top, line) => ({
    top,
    bottom: [13, 26, 39, 52, 65, 39, 91, 694][line] as number,
    line,
    of: 8,
    note: 0,
  }));
  const { columns } = noteArea(notes, 0, 7, { ...frame, noteColumns: 2 });
  assert.is(columns[0]?.from, 0);
  assert.is(columns.at(-1)?.to, 7);
});

test.run();
