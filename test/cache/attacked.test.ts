import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type EntryFile, entryFiles } from '../../build/cache/entry-files.ts';
import { contents, emptyFolder, journal } from '../cli/folders.ts';
import { offprint, offprintAlone } from '../cli/offprint.ts';

/* Whatever happens to the cache, the command makes the same bytes. */

const root = await journal();
const cache = await emptyFolder();
const out = await emptyFolder();
const args = ['build', '--only', 'epub,screen', '--out', out];

const build = async (...more: string[]): Promise<string> => {
  const { code, stderr } = await offprint([...args, ...more], root);
  assert.is(code, 0, stderr);
  return stderr;
};

const cold = build('--no-cache').then(() => sumOf(out));

/** Makes the e-book alone, in a new folder. Returns its sum, and what was said. */
async function book(...more: string[]): Promise<{ sum: string; stderr: string }> {
  const place = await emptyFolder();
  const { code, stderr } = await offprint(['build', '--only', 'epub', '--out', place, ...more], root);
  assert.is(code, 0, stderr);
  return { sum: await sumOf(place), stderr };
}

/** One sum for all that a folder holds. */
async function sumOf(folder: string): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await contents(folder)))
    .digest('hex');
}

/** Every second entry, beginning with the first or the second. */
const half = async (from: 0 | 1): Promise<EntryFile[]> =>
  (await entryFiles(join(cache, 'results'))).filter((_, index) => index % 2 === from);

const damages: Record<string, (files: readonly EntryFile[]) => Promise<unknown>> = {
  untouched: async () => {},
  deleted: (files) => Promise.all(files.map(({ path }) => rm(path))),
  'cut off': (files) => Promise.all(files.map(({ path, size }) => truncate(path, Math.floor(size / 2)))),
  'full of rubbish': (files) => Promise.all(files.map(({ path, size }) => writeFile(path, 'x'.repeat(size)))),
  'of another version': (files) =>
    Promise.all(files.map(({ path, size }) => writeFile(path, `offprint-result 0 unit 0 0\n${' '.repeat(size)}`))),
  swapped: async (files) => {
    for (const [index, { path }] of files.entries()) await copyFile(files.at(index - 1)?.path ?? path, path);
  },
};

for (const [index, [what, damage]] of Object.entries(damages).entries())
  test(`entries ${what}: the same bytes`, async () => {
    const before = await cold;
    if (index === 0) await build('--cache', cache);
    await damage(await half((index % 2) as 0 | 1));
    // What lies in dist is no help.
    await rm(join(out, '2026-1'), { recursive: true });
    await build('--cache', cache);
    assert.is(await sumOf(out), before);
  });

test('what was damaged is whole again, and so is what remembers the build', async () => {
  assert.match(await build('--cache', cache), 'nothing changed');
  for (const { path } of await entryFiles(join(cache, 'results'))) await writeFile(path, '');
  assert.not.match(await build('--cache', cache), 'nothing changed');
  assert.is(await sumOf(out), await cold);
});

test('builds at once share a cache', async () => {
  const shared = await emptyFolder();
  const [one, other] = [await emptyFolder(), await emptyFolder()];
  const before = await cold;
  for (const places of [
    [one, other],
    [one, one],
  ]) {
    const runs = places.map((place) =>
      offprintAlone(['build', '--only', 'epub,screen', '--out', place, '--cache', shared], root),
    );
    for (const { code, stderr } of await Promise.all(runs)) assert.is(code, 0, stderr);
    for (const place of places) assert.is(await sumOf(place), before);
    await rm(join(one, '2026-1'), { recursive: true });
  }
});

test('the cache is removed again and again while a build runs', async () => {
  const vanishing = await emptyFolder();
  await rm(join(out, '2026-1'), { recursive: true });
  let isDone = false;
  const building = build('--cache', vanishing).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await rm(vanishing, { recursive: true, force: true }).catch(() => {}); // The build writes meanwhile.
    await wait(2);
  }
  await building;
  assert.is(await sumOf(out), await cold);
});

test('a cache that cannot be written is told once, and is no fault', async () => {
  const file = join(await emptyFolder(), 'file');
  await writeFile(file, '');
  // Root may write anywhere but here.
  const closed = process.getuid?.() === 0 ? '/sys/offprint' : await emptyFolder();
  if (closed !== '/sys/offprint') await chmod(closed, 0o555);
  const expected = await book('--no-cache');
  for (const place of [file, join(file, 'below'), closed]) {
    const { sum, stderr } = await book('--cache', place);
    assert.is(sum, expected.sum);
    assert.is(stderr.split('is not kept for the next one').length, 2, stderr);
  }
});

test('the disk of the cache is full', async () => {
  const small = await emptyFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return; // Only where this process may make a disk.
  }
  try {
    const { sum, stderr } = await book('--cache', small);
    assert.is(sum, (await book('--no-cache')).sum);
    assert.match(stderr, `the disk of ${join(small, 'results')} is full`);
  } finally {
    execFileSync('umount', [small]);
  }
});

test.run();
