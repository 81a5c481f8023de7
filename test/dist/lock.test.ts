import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { thisProgram } from '../../build/disk/program-id.ts';
import { takeLock } from '../../build/dist/lock.ts';
import { emptyFolder } from '../cli/folders.ts';

/** A lock as another program writes it. */
const written = (holder: object) =>
  `${JSON.stringify({ name: '0123456789abcdef', ...thisProgram(), ...holder, beats: '0' })}\n`;

test('one at a time, in turn', async () => {
  const path = join(await emptyFolder(), '.1.lock');
  let inside = 0;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const lock = await takeLock(path);
      assert.is(++inside, 1);
      await new Promise((wait) => setTimeout(wait, 5));
      inside--;
      await lock.release();
    }),
  );
  assert.equal(await readdir(join(path, '..')), []);
});

test('a lock that its holder left is taken: at once where the holder can be seen to have ended', async () => {
  const path = join(await emptyFolder(), '.1.lock');
  for (const left of [{ pid: 99_999_999 }, { start: '1' }]) {
    await writeFile(path, written(left));
    await (await takeLock(path)).release();
  }
  // In another container, the same number may be another program: only that it writes nothing new counts.
  await writeFile(path, written({ where: 'another container' }));
  const start = performance.now();
  await (await takeLock(path, 300)).release();
  assert.ok(performance.now() - start >= 300);
  assert.equal(await readdir(join(path, '..')), []);
});

test('a holder whose lock was taken for left leaves the new one alone', async () => {
  const path = join(await emptyFolder(), '.1.lock');
  const first = await takeLock(path);
  await writeFile(path, written({}));
  await first.release();
  assert.match(await readFile(path, 'utf8'), '0123456789abcdef');
});

test.run();
