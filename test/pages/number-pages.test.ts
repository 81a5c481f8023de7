import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { articlePages } from '../../build/issue/ids.ts';
import type { PagePlan } from '../../build/pages/flow.ts';
import { numberPages, type UnitLayout } from '../../build/pages/number-pages.ts';

test('a page has the running heads of the article that goes on at its head', () => {
  const flow = {
    begins: 'page',
    pages: articlePages('a1'),
    runsOn: [
      { row: 4, pages: articlePages('a2') },
      { row: 12, pages: articlePages('a3') },
    ],
  };
  const page = (...columns: [number, number][]): PagePlan =>
    ({ columns: columns.map(([from, to]) => ({ from, to })), notes: [], floats: [] }) as unknown as PagePlan;
  const plans = [page([0, 1], [1, 3]), page([3, 6]), page([6, 6], [6, 12]), page([12, 15]), page([15, 16])];
  const parts = [{ flow: 0, id: 'a1', counted: true }];
  const layout = { parts, flows: [flow], plans: [plans], targets: [], wanted: [] } as unknown as UnitLayout;
  const [{ orders = [] } = {}] = numberPages([layout], 1).units;
  assert.equal(
    orders[0]?.map(({ name }) => name),
    ['a1--open', 'a1--pages', 'a2--pages', 'a3--open', 'a3--pages'],
  );
});

test.run();
