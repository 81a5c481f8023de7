import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakPages } from '../../build/pages/break-pages.ts';
import { columnHeight, footPush, heightIn, linesGiven, pushesOf, rowHeights } from '../../build/pages/column.ts';
import { fillColumns } from '../../build/pages/fill-columns.ts';
import type { Flow, Row } from '../../build/pages/flow.ts';
import { problemOf } from '../../build/pages/problem.ts';
import { flowOf, frame, grid } from './flow-of.ts';

/** Paragraphs, of which the block `list` has half a line of padding above and below, as lists and code have. */
function withList(paragraphs: readonly number[], list: number): Flow {
  const flow = flowOf(paragraphs);
  const half = grid / 2;
  for (const row of flow.rows) {
    const by = row.block < list ? 0 : row.block === list ? half : grid;
    row.top += by;
    row.bottom += by;
    row.phase = row.block === list ? half : 0;
  }
  return flow;
}

test('a column that ends in a list ends on the grid: the white above the list has a whole line', () => {
  const { rows } = withList([6, 10, 8], 1);
  const all = rowHeights(rows, grid);
  assert.is(columnHeight(all, 0, 10), 110);
  assert.is(footPush(all, 0, 10), grid / 2);
  assert.is(all.runs[9], 6);
  // Both halves of a line are in one column.
  assert.is(columnHeight(all, 0, 20), 210);
  assert.is(footPush(all, 0, 20), 0);
  // A column that begins in the list has nothing above it to be pushed from; what follows returns to the grid.
  assert.is(columnHeight(all, 8, 14), 60);
  assert.is(footPush(all, 8, 14), 0);
  assert.is(columnHeight(all, 8, 20), 130);
});

test('a heading goes with the list below it, and the end of the text stays where it is', () => {
  const flow = withList([6, -1, 10], 2);
  const all = rowHeights(flow.rows, grid);
  assert.is(all.runs[12], 6);
  assert.is(footPush(all, 0, 12), grid / 2);
  assert.is(columnHeight(all, 0, 17), 175);
  assert.is(footPush(all, 0, 17), 0);
});

test('a table is pushed as a whole, and on no grid nothing is', () => {
  const flow = flowOf([5, 6, 4]);
  flow.rows.forEach((row: Row, i) => {
    if (row.block !== 1) return;
    row.kind = 'table';
    row.top = 50 + (i - 5) * 13;
    row.bottom = row.top + 13;
    row.phase = row.top % grid;
  });
  const all = rowHeights(flow.rows, grid);
  assert.is(all.runs[8], all.runs[6]);
  assert.is(columnHeight(all, 0, 8) % grid, 0);
  const free = rowHeights(flow.rows, 0);
  assert.is(footPush(free, 0, 8), 0);
});

/** A paragraph, a quotation of six lines with its source, which stands a little off their lines, and a paragraph. */
function withSource(before: number): Flow {
  const flow = withList([before, 6, 8].filter(Boolean), before > 0 ? 1 : 0);
  const first = flow.rows[before] as Row;
  flow.rows.slice(before, before + 6).forEach((row, i) => {
    row.part = row === first ? 'first' : 'later';
    if (i === 5) row.phase = grid / 4;
  });
  return flow;
}

test('no white comes between a quotation and its source: not at a foot, not at a head, not to fill a column', () => {
  const all = rowHeights(withSource(8).rows, grid);
  const source = 13;
  // A column that ends with the source is pushed above the quotation.
  assert.is(all.runs[source], 8);
  // One that begins in the quotation returns to the grid below the source.
  assert.is(all.pushAt[10], source + 1);
  assert.is(all.pushAt[source], source + 1);
  for (let to = source + 2; to < 22; to++)
    for (let from = 0; from < to; from++)
      for (let left = 0; left <= 3; left++) {
        const given = linesGiven(all, from, to, left * grid);
        for (const { row } of pushesOf(all, { from, to, room: 0, given }))
          assert.not(row > 8 && row <= source, `${from}–${to}, ${left} lines: white above row ${row}`);
      }
});

test('a quotation takes two lines, half of each on either side; at the head of a column, one below', () => {
  const all = rowHeights(withSource(8).rows, grid);
  assert.is(linesGiven(all, 0, 18, grid), 1);
  assert.is(linesGiven(all, 0, 18, 3 * grid), 2);
  assert.equal(
    pushesOf(all, { from: 0, to: 18, room: 0, given: 2 }).map(({ row, by }) => [row, by]),
    [8, 14, 8, 14].map((row) => [row, grid / 2]),
  );
  // Text ends where it ends.
  assert.is(linesGiven(all, 0, 22, 3 * grid), 0);
  const head = rowHeights(withSource(0).rows, grid);
  assert.is(linesGiven(head, 0, 10, 3 * grid), 1);
  assert.ok(pushesOf(head, { from: 0, to: 10, room: 0, given: 1 }).every(({ row }) => row === 6));
});

test('a column takes fewer lines of white than it could, for its foot to be level with that beside it', () => {
  // Rows 0–18 and 18–37: the first column is short of two lines and could take both, the second takes none.
  const flow = withSource(8);
  flow.rows.push(...flowOf(Array.from({ length: 20 }, () => 1)).rows.map((row) => ({ ...row, block: row.block + 9 })));
  flow.rows.forEach((row, i) => {
    row.top = i * grid + (i >= 8 ? grid / 2 : 0) + (i >= 14 ? grid / 2 : 0);
    row.bottom = row.top + grid;
  });
  const problem = problemOf({ ...flow, continues: true }, { ...frame, columns: 2 });
  const attempt = { slack: 3, lawful: true, found: false };
  const filled = fillColumns(
    { problem, from: 0, to: 37, caps: [210, 200], attempt, open: false },
    Number.POSITIVE_INFINITY,
  );
  const feet = filled?.columns.map((column) => column.room - heightIn(problem.heights, column)) ?? [];
  assert.is(feet[0], feet[1], feet.join());
});

test('all columns of full pages end on the grid, and most of them level, wherever they part a list', () => {
  const two = { ...frame, columns: 2 };
  let uneven = 0;
  for (let before = 4; before < 19; before++) {
    const flow = withList([before, 30, 40, 20], 1);
    const all = rowHeights(flow.rows, grid);
    for (const { columns } of breakPages(flow, two).slice(0, -1)) {
      const feet = columns.map((column) => column.room - heightIn(all, column));
      for (const foot of feet) assert.ok(foot % grid < 0.1, `${before} lines above: ${feet.join()}`);
      if (Math.max(...feet) - Math.min(...feet) > 0.1) uneven++;
    }
  }
  // Two lines at least of the list are wanted on each side.
  assert.ok(uneven <= 2, `${uneven}`);
});

test.run();
