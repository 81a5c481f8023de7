import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { memoryCache } from '../../build/cache/memory-cache.ts';
import { memoryCache as watched } from './memory-cache.ts';

test('what is kept is found again, and is in the cache behind', async () => {
  const behind = watched();
  const cache = memoryCache(behind);
  await cache.keep('print', 'a', { pages: [1, 2] });
  assert.equal(await cache.find('print', 'a'), { pages: [1, 2] });
  assert.equal(behind.found(), []);
  await cache.settled();
  assert.equal(behind.made(), ['print']);
});

test('what no turn uses any more leaves the memory; what every turn uses stays', async () => {
  const behind = watched();
  const cache = memoryCache(behind);
  await cache.keep('print', 'old', 1);
  await cache.keep('print', 'used', 2);
  for (let turn = 0; turn < 6; turn++) {
    cache.next();
    assert.is(await cache.find('print', 'used'), 2);
  }
  assert.equal(behind.found(), []);
  assert.is(await cache.find('print', 'old'), 1);
  assert.equal(behind.found(), ['print']);
});

test('nobody changes what others share', async () => {
  const cache = memoryCache(watched());
  await cache.keep('article', 'a', { tree: [{ words: ['one'] }], bytes: new Uint8Array(2) });
  const found = (await cache.find('article', 'a')) as { tree: { words: string[] }[] };
  assert.throws(() => found.tree[0]?.words.push('two'));
});

test.run();
