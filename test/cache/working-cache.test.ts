import { execFileSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { noCache } from '../../build/cache/cache.ts';
import { openCache } from '../../build/cache/open-cache.ts';
import { ResultGone, workingCache } from '../../build/cache/working-cache.ts';
import { emptyFolder } from '../cli/folders.ts';

/* What a build keeps it finds again, whatever cache it has, and what only it needs ends with it. */

const value = { pdf: new Uint8Array([1, 2, 3]), words: ['a', 'b'] };

/** Does some work with a temporary folder of its own; returns that folder. */
async function withTemporary(work: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = await emptyFolder();
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work(folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return folder;
}

test('what a cache takes is there, and nowhere else', async () => {
  const cache = await openCache({ folder: await emptyFolder() });
  await withTemporary(async (temporary) => {
    const working = workingCache(cache);
    await working.keep('print', 'one', value);
    assert.equal(await working.read('print', 'one'), value);
    assert.equal(await cache.find('print', 'one'), value);
    assert.equal(await readdir(temporary), []);
    await working.keepForNow('print', 'two', value);
    assert.equal(await working.read('print', 'two'), value);
    assert.not(await cache.has('print', 'two'), 'it is of no use to later builds');
    await working.close();
    assert.equal(await readdir(temporary), []);
  });
});

test('without a cache, or with one that cannot be written, there is a folder that ends with the build', async () => {
  for (const cache of [noCache, await openCache({ folder: '/proc/none' })])
    await withTemporary(async (temporary) => {
      const working = workingCache(cache);
      await working.keep('print', 'one', value);
      assert.is((await readdir(temporary)).length, 1);
      assert.ok(await working.has('print', 'one'));
      assert.equal(await working.read('print', 'one'), value);
      assert.is(await working.find('print', 'two'), undefined);
      await working.close();
      assert.equal(await readdir(temporary), []);
    });
});

test('of a result that somebody removed it is said that it is gone', async () => {
  const folder = await emptyFolder();
  const working = workingCache(await openCache({ folder }));
  await working.keep('print', 'one', value);
  await rm(folder, { recursive: true });
  assert.instance(await working.read('print', 'one').catch((error: unknown) => error), ResultGone);
});

test('what the temporary folder has no room for is held', async () => {
  const small = await emptyFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return; // Only where this process may make a disk.
  }
  const before = process.env.TMPDIR;
  process.env.TMPDIR = small;
  try {
    const working = workingCache(noCache);
    const large = { pdf: new Uint8Array(100_000).fill(7) };
    await working.keep('print', 'large', large);
    assert.equal(await working.read('print', 'large'), large);
    await working.close();
    assert.equal(await readdir(small), []);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    execFileSync('umount', [small]);
  }
});

test.run();
