import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openCache } from '../../build/cache/open-cache.ts';
import { emptyFolder, journal } from './folders.ts';
import { offprint, offprintAlone } from './offprint.ts';

test('cache shows what is kept by kind, and clear removes that and nothing else', async () => {
  const folder = await emptyFolder();
  assert.equal(
    (await offprint(['cache', '--cache', 'there'], folder)).stdout,
    'there/results: 0 results, 0.0 MB of at most 2048.0 MB\n',
  );
  const cache = await openCache({ folder: join(folder, 'there') });
  await cache.keep('unit', 'x', new Uint8Array(2_000_000));
  await cache.keep('unit', 'y', 1);
  await cache.keep('face', 'x', 'z');
  await writeFile(join(folder, 'there/notes.txt'), '');
  const shown = await offprint(['cache', '--cache', 'there'], folder);
  assert.match(
    shown.stdout,
    /^there.results: 3 results, 1\.9 MB of at most 2048\.0 MB\n {2}face {2}1 {2}0\.0 MB {2}last used [\d-]{10}\n {2}unit {2}2 {2}1\.9 MB {2}last used [\d-]{10}\n$/,
  );
  const json = JSON.parse((await offprint(['cache', '--json', '--cache', 'there'], folder)).stdout);
  assert.equal([json.entries, json.kinds[1].kind, json.kinds[1].entries], [3, 'unit', 2]);
  const cleared = await offprint(['cache', 'clear', '--cache', 'there'], folder);
  assert.equal([cleared.code, cleared.stdout], [0, 'there/results: removed 3 results, 1.9 MB\n']);
  assert.equal(await readdir(join(folder, 'there')), ['notes.txt']);
  assert.is((await offprint(['cache', '--clear', '--cache', 'there'], folder)).code, 0);
});

test('wrong usage is said', async () => {
  const root = await journal();
  for (const [args, env, said] of [
    [['cache', 'empty'], {}, 'no `offprint cache empty`'],
    [['build', '--cache', ''], {}, '--cache wants a folder'],
    [['build'], { OFFPRINT_CACHE_SIZE: 'much' }, 'OFFPRINT_CACHE_SIZE is much'],
  ] as const) {
    const { code, stderr } = await offprint(args, root, env);
    assert.is(code, 2, said);
    assert.match(stderr, said);
  }
});

test('without a word of the user, the user’s own cache is meant', async () => {
  const home = await emptyFolder();
  await mkdir(join(home, 'offprint/results'), { recursive: true, mode: 0o755 });
  const { stdout } = await offprintAlone(['cache'], home, { XDG_CACHE_HOME: home, OFFPRINT_CACHE: '' });
  assert.is(stdout, 'offprint/results: 0 results, 0.0 MB of at most 2048.0 MB\n');
});

test.run();
