import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest } from '../../build/dist/manifest.ts';
import { emptyFolder } from '../cli/folders.ts';
import { publish } from './publish-files.ts';

function publisher(out: string, letter: string, times: number, ...more: string[]): ChildProcess {
  const program = fileURLToPath(new URL('publisher.ts', import.meta.url));
  return spawn(process.execPath, [...process.execArgv, program, out, letter, String(times), ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * Checks that a published issue matches its manifest, and that each edition in it is of one build. Returns the letters
 * of the editions.
 */
async function whole(folder: string): Promise<string[]> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const builds = new Map<string, Set<string>>();
  for (const { path, sha256 } of manifest.files) {
    const data = await readFile(join(folder, path));
    assert.is(createHash('sha256').update(data).digest('hex'), sha256, path);
    const letter = path.slice(0, 1);
    builds.set(letter, (builds.get(letter) ?? new Set()).add(sha256));
  }
  for (const [letter, hashes] of builds) assert.is(hashes.size, 1, `${letter} is of one build`);
  return [...builds.keys()].sort();
}

test('builds at once: each makes its edition, and none is lost', async () => {
  const out = await emptyFolder();
  const codes = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (letter) => (await once(publisher(out, letter, 15), 'close'))[0]),
  );
  assert.equal(codes, [0, 0, 0, 0]);
  assert.equal(await whole(join(out, '1')), ['a', 'b', 'c', 'd']);
  assert.equal(await readdir(out), ['1']);
});

test('builds that are killed: the last good one is whole, or comes back with the next', async () => {
  const out = await emptyFolder();
  for (let round = 0; round < 8; round++) {
    const child = publisher(out, 'a', 10_000);
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
    await new Promise((wait) => setTimeout(wait, 7 * round));
    child.kill('SIGKILL');
    await once(child, 'close');
    await publish(out, '1', new Map([['b/0.txt', new Uint8Array(1)]]), (path) => path.startsWith('a/'));
    assert.equal(await whole(join(out, '1')), ['a', 'b']);
    assert.equal(await readdir(out), ['1'], 'nothing is left beside it');
  }
});

test('a build that ends while it writes: the last good one is whole, and nothing is left beside it', async () => {
  const out = await emptyFolder();
  const [code] = await once(publisher(out, 'a', 2, 'exit'), 'close');
  assert.is(code, 7);
  assert.equal(await readdir(out), ['1']);
  assert.equal(await whole(join(out, '1')), ['a']);
  assert.match(await readFile(join(out, '1/a/10.txt'), 'utf8'), /^a1 /);
});

test.run();
