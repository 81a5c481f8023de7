import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { threadsOf } from '../../build/threads/threads.ts';

const doubling = new URL('./doubling-thread.mjs', import.meta.url);

test('work is done in threads, and every piece gets its own result', async () => {
  const threads = threadsOf<number, number>(doubling, () => Number.NaN);
  threads.start();
  const all = Array.from({ length: 20 }, (_, i) => i);
  assert.equal(
    await Promise.all(all.map(threads.run)),
    all.map((one) => 2 * one),
  );
});

test('threads that had nothing to do for a while take work again', async () => {
  const threads = threadsOf<number, number>(doubling, () => Number.NaN, 1);
  assert.is(await threads.run(1), 2);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(await Promise.all([2, 3].map(threads.run)), [4, 6]);
});

test('what fails in a thread is tried here, and the others go on', async () => {
  const threads = threadsOf<number, number>(doubling, (one) => {
    if (one === -1) throw new Error('minus one');
    return one;
  });
  const results = await Promise.allSettled([-1, 4, -2, 5].map(threads.run));
  assert.equal(
    results.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message)),
    ['minus one', 8, -2, 10],
  );
});

test('where a thread ends, or cannot be started, the work is done here', async () => {
  const ended = threadsOf<number, number>(doubling, (one) => one, 1);
  assert.equal(await Promise.all([1000, 1, 2].map(ended.run)), [1000, 1, 2]);
  assert.is(await ended.run(3), 3);
  const missing = threadsOf<number, number>(new URL('./no-such-thread.mjs', import.meta.url), (one) => -one);
  assert.equal(await Promise.all([1, 2, 3].map(missing.run)), [-1, -2, -3]);
});

test.run();
