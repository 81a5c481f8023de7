import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { orderTags } from '../../../build/pdf/tags/order-tags.ts';
import type { TagPlan } from '../../../build/pdf/tags/plan.ts';
import type { PrintedTags, TagItem } from '../../../build/pdf/tags/read-printed-tags.ts';

const test = suite('pdf/order-tags');

/** A plan from parents, in order; what was printed as `t1` for text and numbers for tags. */
function order(parents: number[], printed: Record<number, (string | number)[][]>): (string | number)[][] {
  const plan: TagPlan = [-1, ...parents].map((parent) => ({ tag: 'P', parent }));
  const item = (one: string | number): TagItem =>
    typeof one === 'number' ? { kind: 'tag', number: one } : { kind: 'content', page: 0, id: Number(one.slice(1)) };
  const tags: PrintedTags = new Map(
    Object.entries(printed).map(([number, parts]) => [Number(number), parts.map((part) => part.map(item))]),
  );
  return orderTags(plan, tags).map((items) =>
    items.map((one) => (one.kind === 'tag' ? one.number : one.kind === 'content' ? `t${one.id}` : '')),
  );
}

test('what pages cut is one, and reads on where it was cut', () => {
  // A paragraph with an emphasis that the cut goes through.
  assert.equal(
    order([0, 1], {
      0: [[1, 1]],
      1: [
        ['t1', 2],
        [2, 't4'],
      ],
      2: [['t2'], ['t3']],
    }),
    [[1], ['t1', 2, 't4'], ['t2', 't3']],
  );
});

test('a float comes to its place, whatever page it is on, also out of a paragraph’s way', () => {
  // 1 holds paragraph 2, float 3, paragraph 4; the float stands at the head of the first page.
  const printed = { 0: [[1, 1]], 1: [[3], [2], [4]], 2: [['t1']], 3: [['t9']], 4: [['t2']] };
  assert.equal(order([0, 1, 1, 1], printed)[1], [2, 3, 4]);
});

test('a note comes to its parent, which the page has elsewhere', () => {
  // Printed under the document: 1 article, 2 paragraph, 3 its note, 4 another paragraph.
  const printed = { 0: [[1, 3]], 1: [[2, 4]], 2: [['t1']], 3: [['t2']], 4: [['t3']] };
  assert.equal(order([0, 1, 1, 1], printed).slice(0, 2), [[1], [2, 3, 4]]);
});

test('a planned tag that stands for nothing printed is left out; one around printed tags is not', () => {
  // 1 list, 2 item, 3 its body, 4 empty.
  const printed = { 0: [[1]], 1: [[3, 4]], 3: [['t1']], 4: [[]] };
  assert.equal(order([0, 1, 2, 1], printed), [[1], [2], [3], ['t1'], []]);
});

test.run();
