import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { BlockChange } from '../../build/lines/loosen.ts';
import { breakPages } from '../../build/pages/break-pages.ts';
import type { Flow, PagePlan } from '../../build/pages/flow.ts';
import { mendPages } from '../../build/pages/mend-pages.ts';
import { withChange, withRowsMoved } from '../../build/pages/with-change.ts';
import { flowOf, frame, grid } from './flow-of.ts';
import { randomFrom } from './random.ts';

const costOf = (pages: readonly PagePlan[]) => pages.reduce((sum, { cost }) => sum + cost, 0);
const withLines = (flow: Flow, block: number, by: number) =>
  withRowsMoved(withChange(flow, block, { by, hyphens: [] }, grid));
const mended = (flow: Flow, changes: ReadonlyMap<number, BlockChange>) =>
  [...changes].reduce((sum, [block, { by }]) => withLines(sum, block, by), flow);
/** Every change is possible, and the hyphens stay where they are. */
const same = { hyphens: [], looser: 0 };
const any = () => same;

test('a line more or less has its place in the flow, and what follows moves', () => {
  const flow = flowOf([4, 5, 3], [{ at: 8, lines: 2 }]);
  const more = withLines(flow, 1, 1);
  assert.equal(
    more.rows.map(({ block, line, of, top }) => [block, line, of, top]),
    flowOf([4, 6, 3]).rows.map(({ block, line, of, top }) => [block, line, of, top]),
  );
  const fewer = withLines(flow, 1, -1);
  assert.equal(
    fewer.rows.map(({ block, line, of, top, calls }) => [block, line, of, top, calls]),
    flowOf([4, 4, 3], [{ at: 7, lines: 2 }]).rows.map(({ block, line, of, top, calls }) => [
      block,
      line,
      of,
      top,
      calls,
    ]),
  );
});

test('a page that would be short is filled by a line more', () => {
  // A heading and its two lines do not go on the first page, which is two lines short.
  const flow = flowOf([8, 10, -1, 20, 2]);
  const { changes } = mendPages(flow, frame, breakPages(flow, frame), any);
  assert.ok(changes.size > 0);
  assert.ok(costOf(breakPages(mended(flow, changes), frame)) < costOf(breakPages(flow, frame)));
});

test('only what can be set so is asked for', () => {
  const flow = flowOf([8, 10, -1, 20, 2]);
  const pages = breakPages(flow, frame);
  assert.is(mendPages(flow, frame, pages, () => undefined).changes.size, 0);
  const onlyFirst = (block: number, { by }: BlockChange) => (block === 0 && by === 1 ? same : undefined);
  for (const [block, { by }] of mendPages(flow, frame, pages, onlyFirst).changes) assert.equal([block, by], [0, 1]);
});

test('mending makes no article worse, with notes and columns', () => {
  const random = randomFrom(3);
  let gained = 0;
  for (let i = 0; i < 40; i++) {
    const paragraphs = Array.from({ length: 25 }, () => (random() < 0.1 ? -1 : 2 + Math.floor(random() * 12)));
    const count = paragraphs.reduce((sum, lines) => sum + Math.abs(lines), 0);
    const notes: { at: number; lines: number }[] = [];
    for (let at = 0; at < count; at++) if (random() < 0.06) notes.push({ at, lines: 1 + Math.floor(random() * 6) });
    const flow = flowOf(paragraphs, notes);
    const where = { ...frame, columns: 1 + (i % 2) };
    const before = breakPages(flow, where);
    const { changes } = mendPages(flow, where, before, (block) => (block % 3 !== 0 ? same : undefined));
    const gain = costOf(before) - costOf(breakPages(mended(flow, changes), where));
    assert.ok(gain >= -1e-6, `worse by ${-gain}`);
    gained += gain;
  }
  assert.ok(gained > 40, String(gained));
});

test.run();
