import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { stackBeside } from '../../build/proof/stack-beside.ts';

const margin = { top: 0, bottom: 100, gap: 5 };

test('notes with room stand where they are wanted', () => {
  assert.equal(stackBeside([10, 50], [10, 10], margin), { tops: [10, 50], below: 0 });
});

test('one that would lie over another goes down, one at the foot goes up', () => {
  assert.equal(stackBeside([10, 12], [10, 10], margin), { tops: [10, 25], below: 0 });
  assert.equal(stackBeside([70, 95], [20, 20], margin), { tops: [55, 80], below: 0 });
});

test('they are in the order of their lines, whatever their own is', () => {
  assert.equal(stackBeside([60, 10, 60], [10, 10, 10], margin).tops, [60, 10, 75]);
});

test('however many there are, none lies over another, and the margin grows', () => {
  const count = 40;
  const { tops, below } = stackBeside(
    Array.from({ length: count }, (_, i) => 90 - i),
    Array.from({ length: count }, () => 8),
    margin,
  );
  const sorted = tops.toSorted((a, b) => a - b);
  assert.ok(sorted.every((top, i) => i === 0 || top - (sorted[i - 1] as number) >= 13));
  assert.is(below, 40 * 8 + 39 * 5 - 100);
  assert.is(sorted[0], 0);
});

test.run();
