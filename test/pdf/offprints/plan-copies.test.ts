import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planCopies } from '../../../build/pdf/offprints/plan-copies.ts';

const test = suite('pdf/offprints/plan-copies');

/** `a1* p. 3 at 7`, counted from 1; the star is where the article opens. */
const planned = (...articles: string[][]) =>
  planCopies(articles, 0).map(
    ({ article, opens, page, at }) => `${article}${opens ? '*' : ''} p. ${page + 1} at ${at + 1}`,
  );

test('the page on which an article opens is copied, behind the last page', () => {
  assert.equal(planned(['a1'], ['a1'], ['a2'], ['a2']), ['a1* p. 1 at 5', 'a2* p. 3 at 7']);
  assert.equal(planned([], []), []);
});

test('a copy is on the side of its page, and where no other is for a side, that stays empty', () => {
  assert.equal(planned([], ['a1'], ['a2'], ['a3']), ['a2* p. 3 at 5', 'a1* p. 2 at 6', 'a3* p. 4 at 8']);
});

test('of a page that is shared there is a copy for each article', () => {
  assert.equal(planned([], ['a1'], ['a1', 'a2'], ['a2']), ['a1 p. 3 at 5', 'a1* p. 2 at 6', 'a2* p. 3 at 7']);
});

test('left and right are those of the issue', () => {
  const sides = (before: number) => planCopies([['a1'], ['a1', 'a2']], before).map(({ page, at }) => [page, at]);
  assert.equal(sides(0), [
    [0, 2],
    [1, 3],
    [1, 5],
  ]);
  assert.equal(sides(1), sides(0));
});

test.run();
