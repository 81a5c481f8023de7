import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { atMost } from '../../build/threads/at-most.ts';

test('work is begun in order, two pieces at once, and one that fails holds nothing up', async () => {
  const run = atMost(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const works = [0, 1, 2, 3, 4].map((i) =>
    run(async () => {
      begun.push(i);
      most = Math.max(most, ++running);
      await wait(i % 2 === 0 ? 5 : 1);
      running--;
      if (i === 1) throw new Error('one');
      return i;
    }).catch((error: Error) => error.message),
  );
  assert.equal(await Promise.all(works), [0, 'one', 2, 3, 4]);
  assert.equal(begun, [0, 1, 2, 3, 4]);
  assert.is(most, 2);
});

test.run();
