import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { articleTags } from '../../../build/pdf/offprints/article-tags.ts';
import type { TagPlan } from '../../../build/pdf/tags/plan.ts';
import type { TagItem } from '../../../build/pdf/tags/read-printed-tags.ts';

const test = suite('pdf/offprints/article-tags');

const plan: TagPlan = [
  { tag: 'Document', parent: -1, lang: 'en' },
  { tag: 'Art', parent: 0, id: 'a1' },
  { tag: 'P', parent: 1 },
  { tag: 'Art', parent: 0, id: 'a2' },
  { tag: 'P', parent: 3 },
  { tag: 'Em', parent: 4 },
];
const text = (page: number, id: number): TagItem => ({ kind: 'content', page, id, special: undefined });
const tag = (page: number, number: number): TagItem => ({ kind: 'tag', page, number });

test('a copy stands for its page, though it was printed behind all others', () => {
  // Pages 1 and 2 are the article’s, and page 5 is the copy of page 1.
  const printed = new Map([
    [2, [[text(0, 0), text(1, 9)]]],
    [3, [[tag(1, 4)], [tag(2, 4)], [tag(5, 4)]]],
    [4, [[text(1, 0), tag(1, 5)], [text(2, 0)], [text(5, 0), tag(5, 5)]]],
    [5, [[text(1, 1)], [text(5, 1)]]],
  ]);
  const places = new Map([
    [5, 0],
    [2, 1],
  ]);
  const own = articleTags(plan, printed, { id: 'a2', lang: 'uk' }, places);
  assert.equal(own.plan, [
    { tag: 'Document', parent: -1, lang: 'uk' },
    { tag: 'Art', parent: 0, id: 'a2' },
    { tag: 'P', parent: 1 },
    { tag: 'Em', parent: 2 },
  ]);
  assert.equal(own.printed.get(1), [[tag(0, 2)], [tag(1, 2)]]);
  assert.equal(own.printed.get(2), [[text(0, 0), tag(0, 3)], [text(1, 0)]]);
  assert.equal(own.printed.get(3), [[text(0, 1)]]);
  assert.is(own.printed.size, 4);
});

test.run();
