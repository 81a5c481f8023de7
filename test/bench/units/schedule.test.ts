import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Phase, scheduled, type Work } from './schedule.ts';

const browser = (ms: number): Work => ({ on: 'browser', ms });
const main = (ms: number): Work => ({ on: 'main', ms });
const thread = (ms: number): Work => ({ on: 'thread', ms });

test('phases follow one another', () => {
  const phase: Phase = { chains: [[main(3)]], atOnce: 1 };
  assert.is(scheduled([phase, phase, phase], 8), 9);
  assert.is(scheduled([], 8), 0);
  assert.is(scheduled([{ chains: [[], []], atOnce: 1 }], 8), 0);
});

test('chains run beside each other, as many as there are cores, and as may be at once', () => {
  const chains = Array.from({ length: 8 }, () => [browser(10)]);
  assert.is(scheduled([{ chains, atOnce: 8 }], 1), 80);
  assert.is(scheduled([{ chains, atOnce: 8 }], 2), 40);
  assert.is(scheduled([{ chains, atOnce: 8 }], 8), 10);
  assert.is(scheduled([{ chains, atOnce: 4 }], 8), 20);
  assert.is(scheduled([{ chains, atOnce: 8 }], 5), 20);
});

test('there is one main thread', () => {
  const chains = Array.from({ length: 4 }, () => [main(10)]);
  assert.is(scheduled([{ chains, atOnce: 4 }], 64), 40);
  // Each has the browser while another has the main thread.
  const mixed = Array.from({ length: 4 }, () => [main(10), browser(10)]);
  assert.is(scheduled([{ chains: mixed, atOnce: 4 }], 2), 50);
  assert.is(scheduled([{ chains: mixed, atOnce: 1 }], 2), 80);
});

test('no schedule is shorter than the work for its cores, the main thread’s, or a chain; nor longer than all of it', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const kinds = [browser, main, thread];
  for (let round = 0; round < 200; round++) {
    const chains = Array.from({ length: 1 + random(12) }, () =>
      Array.from({ length: random(6) }, () => (kinds[random(3)] ?? main)(1 + random(20))),
    );
    const all = chains.flat();
    const sum = (works: readonly Work[]) => works.reduce((time, { ms }) => time + ms, 0);
    const longest = Math.max(...chains.map(sum));
    for (const cores of [1, 2, 4, 16]) {
      const time = scheduled([{ chains, atOnce: 1 + random(12) }], cores);
      assert.ok(time <= sum(all));
      assert.ok(time >= sum(all) / cores);
      assert.ok(time >= longest);
      assert.ok(time >= sum(all.filter(({ on }) => on === 'main')));
      if (cores === 1) assert.is(time, sum(all));
    }
  }
});

test.run();
