import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { noCache } from '../../build/cache/cache.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { buildEpub } from './built-epub.ts';

test('the EPUB of the sample issue has the same bytes with an empty cache, a full one and none', async () => {
  const cache = memoryCache();
  const without = await buildEpub(offprintRoot, '2026-1', noCache);
  assert.ok(without.epub);
  assert.equal(await buildEpub(offprintRoot, '2026-1', cache), without);
  assert.ok(cache.made().includes('cover'));
  assert.equal(await buildEpub(offprintRoot, '2026-1', cache), without);
  assert.equal(cache.made(), []);
});

test.run();
