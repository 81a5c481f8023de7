import { chmod, mkdtemp, readdir, readFile, realpath, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { cacheFolder } from '../../build/browser/cache-folder.ts';

const test = suite<{ home: string; fills: number; fill: (aside: string) => Promise<void> }>('cache folder');
const before = { cache: process.env.XDG_CACHE_HOME, temporary: process.env.TMPDIR };

test.before.each(async (context) => {
  context.home = await mkdtemp(join(await realpath(tmpdir()), 'offprint-test-'));
  context.fills = 0;
  context.fill = async (aside) => {
    context.fills++;
    await writeFile(join(aside, 'program'), 'x'.repeat(1000));
  };
  process.env.XDG_CACHE_HOME = join(context.home, 'cache');
  process.env.TMPDIR = join(context.home);
});

test.after.each(async ({ home }) => {
  restore('XDG_CACHE_HOME', before.cache);
  restore('TMPDIR', before.temporary);
  await rm(home, { recursive: true });
});

function restore(key: string, value: string | undefined): void {
  if (value === undefined) delete process.env[key];
  else process.env[key] = value;
}

test('is filled once', async (context) => {
  const folder = await cacheFolder('thing-1', context.fill);
  assert.is(await cacheFolder('thing-1', context.fill), folder);
  assert.is(context.fills, 1);
  assert.is((await readFile(join(folder, 'program'))).length, 1000);
});

test('two that fill it at once get one whole folder, and leave nothing aside', async (context) => {
  const folders = await Promise.all([1, 2, 3].map(() => cacheFolder('thing-1', context.fill)));
  assert.is(new Set(folders).size, 1);
  assert.equal(await readdir(dirname(folders[0] ?? '')), ['thing-1']);
});

test('a damaged one is filled anew', async (context) => {
  const folder = await cacheFolder('thing-1', context.fill);
  await truncate(join(folder, 'program'), 10);
  assert.is(await cacheFolder('thing-1', context.fill), folder);
  assert.is((await readFile(join(folder, 'program'))).length, 1000);
  assert.equal(await readdir(dirname(folder)), ['thing-1']);
});

test('what fails half-way leaves nothing', async ({ home }) => {
  const fails = async (aside: string) => {
    await writeFile(join(aside, 'half'), '');
    throw new Error('disk full');
  };
  const error = await cacheFolder('thing-1', fails).catch((reason) => reason);
  assert.match(error.message, 'disk full');
  assert.equal(await readdir(join(home, 'cache/offprint')), []);
});

test('one that others can write is not trusted', async (context) => {
  const folder = await cacheFolder('thing-1', context.fill);
  await chmod(folder, 0o777);
  const other = await cacheFolder('thing-1', context.fill);
  assert.is.not(other, folder);
  assert.ok(other.startsWith(context.home));
});

test('where the cache cannot be made, it lies in the temporary folder', async (context) => {
  await writeFile(join(context.home, 'cache'), 'a file');
  const folder = await cacheFolder('thing-1', context.fill);
  assert.ok(folder.startsWith(context.home));
});

test.run();
