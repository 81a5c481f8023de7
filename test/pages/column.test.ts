import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakPages } from '../../build/pages/break-pages.ts';
import { columnHeight, footPush, heightIn, rowHeights } from '../../build/pages/column.ts';
import type { Flow, Row } from '../../build/pages/flow.ts';
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
