import { chmod, cp, mkdir, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { kept } from '../../build/cache/cache.ts';
import { codeHash } from '../../build/cache/code-hash.ts';
import { entryFiles } from '../../build/cache/entry-files.ts';
import { openCache } from '../../build/cache/open-cache.ts';
import { clearEntries, sweep } from '../../build/cache/sweep.ts';
import { emptyFolder } from '../cli/folders.ts';

const value = { pdf: new Uint8Array([1, 2, 3]), words: ['a', 'b'] };

/** A cache in a folder of its own with one entry, and where that is. */
async function withEntry() {
  const folder = await emptyFolder();
  const cache = await openCache({ folder });
  await cache.keep('unit', 'x', value);
  const results = join(folder, 'results');
  const [file] = await entryFiles(results);
  if (!file) throw new Error('nothing was kept');
  return { folder, results, cache, path: file.path };
}

test('a value is found under its kind and key, by another run, too', async () => {
  const { folder, cache } = await withEntry();
  for (const one of [cache, await openCache({ folder })]) assert.equal(await one.find('unit', 'x'), value);
  assert.is(await cache.find('unit', 'y'), undefined);
  assert.is(await cache.find('page', 'x'), undefined);
  assert.is(cache.trouble(), undefined);
});

test('other code finds nothing of it', async () => {
  const { folder } = await withEntry();
  assert.is(await (await openCache({ folder, code: 'other' })).find('unit', 'x'), undefined);
});

test('whatever happened to an entry, it counts as none and is made again', async () => {
  const damages: Record<string, (path: string) => Promise<unknown>> = {
    deleted: (path) => rm(path),
    empty: (path) => truncate(path, 0),
    'cut off': async (path) => truncate(path, (await stat(path)).size - 1),
    'of rubbish': (path) => writeFile(path, 'x'.repeat(5000)),
    'longer than any': (path) => truncate(path, 2 ** 40),
    'a folder': async (path) => {
      await rm(path);
      await mkdir(join(path, 'a'), { recursive: true });
    },
    'a link to nothing': async (path) => {
      await rm(path);
      await symlink('/nowhere', path);
    },
    'a link to another file': async (path) => {
      const elsewhere = `${path}-elsewhere`;
      await cp(path, elsewhere);
      await rm(path);
      await symlink(elsewhere, path);
    },
  };
  for (const [what, damage] of Object.entries(damages)) {
    const { folder, path } = await withEntry();
    await damage(path);
    const cache = await openCache({ folder });
    let made = 0;
    const make = () => kept(cache, 'unit', 'inputs', () => ++made && value);
    assert.is(await cache.find('unit', 'x'), undefined, what);
    await cache.keep('unit', 'x', value);
    assert.equal(await cache.find('unit', 'x'), value, what);
    assert.equal([await make(), await make(), made], [value, value, 1]);
    assert.is(cache.trouble(), undefined);
  }
});

test('an entry under the name of another counts as none', async () => {
  const { folder, cache, results, path } = await withEntry();
  await cache.keep('unit', 'y', 'of y');
  const other = (await entryFiles(results)).find((file) => file.path !== path);
  await cp(other?.path ?? '', path);
  assert.is(await (await openCache({ folder })).find('unit', 'x'), undefined);
});

test('the folder may vanish at any time', async () => {
  const { folder, cache } = await withEntry();
  await rm(folder, { recursive: true });
  assert.is(await cache.find('unit', 'x'), undefined);
  await cache.keep('unit', 'x', value);
  assert.equal(await cache.find('unit', 'x'), value);
  await rm(folder, { recursive: true });
  await cache.close();
  assert.is(cache.trouble(), undefined);
});

test('a folder that cannot be is told once, and no error', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'file'), '');
  for (const place of [join(folder, 'file'), '/proc/offprint-cache']) {
    const cache = await openCache({ folder: place });
    await cache.keep('unit', 'x', value);
    await cache.keep('unit', 'y', value);
    assert.is(await cache.find('unit', 'x'), undefined);
    await cache.close();
    assert.match(cache.trouble() ?? '', place);
  }
});

test('links in the folder lead nothing elsewhere', async () => {
  const elsewhere = await emptyFolder();
  await writeFile(join(elsewhere, 'a'.repeat(64)), 'mine');
  for (const place of ['results', 'results/unit', 'results/new', 'results/unit/aa']) {
    const folder = await emptyFolder();
    await mkdir(dirname(join(folder, place)), { recursive: true });
    await symlink(elsewhere, join(folder, place));
    // Of this code, some of the keys are kept in the folder aa; of any code, nearly always.
    const cache = await openCache({ folder, code: 'code' });
    for (let key = 0; key < 600; key++) await cache.keep('unit', String(key), value);
    await cache.close();
    await sweep(join(folder, 'results'), 0);
    await clearEntries(join(folder, 'results'));
    assert.equal(await readdir(elsewhere), ['a'.repeat(64)], place);
    assert.match(cache.trouble() ?? '', 'is a link');
  }
});

test('in the user’s own cache, a folder that others can write to is not used', async () => {
  const before = process.env.XDG_CACHE_HOME;
  const home = await emptyFolder();
  process.env.XDG_CACHE_HOME = home;
  try {
    const own = await openCache();
    await own.keep('unit', 'x', value);
    assert.equal(await own.find('unit', 'x'), value);
    const results = join(home, 'offprint/results');
    assert.is((await stat(results)).mode & 0o777, 0o700);
    await chmod(results, 0o777);
    const open = await openCache();
    assert.match(open.trouble() ?? '', 'others can write');
    assert.is(await open.find('unit', 'x'), undefined);
    await open.keep('unit', 'y', value);
    assert.is((await entryFiles(results)).length, 1);
  } finally {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  }
});

test('what was not used for longest is swept first, and abandoned files', async () => {
  const folder = await emptyFolder();
  const cache = await openCache({ folder });
  const results = join(folder, 'results');
  const old = new Date(Date.now() - 86_400_000);
  for (let key = 0; key < 10; key++) await cache.keep('unit', String(key), new Uint8Array(1000));
  for (const { path } of await entryFiles(results)) await utimes(path, old, old);
  for (const key of ['3', '7']) await cache.find('unit', key);
  const left = join(results, 'new', `${'a'.repeat(64)}.${'b'.repeat(16)}`);
  for (const name of [left, `${left.slice(0, -1)}c`, join(results, 'mine.txt')]) await writeFile(name, '');
  await utimes(left, old, old);
  assert.ok((await sweep(results, 5000)) <= 4000);
  const found = await Promise.all(Array.from({ length: 10 }, (_, key) => cache.find('unit', String(key))));
  assert.ok(found[3] && found[7]);
  assert.ok(found.filter(Boolean).length < 5);
  assert.equal((await readdir(join(results, 'new'))).length, 1);
  assert.equal(await clearEntries(results).then((gone) => gone.length), found.filter(Boolean).length);
  assert.equal(await readdir(results), ['mine.txt']);
});

test('a run that keeps more than there is room for sweeps at its end', async () => {
  const folder = await emptyFolder();
  for (let run = 0; run < 6; run++) {
    const cache = await openCache({ folder, size: 10_000 });
    for (let key = 0; key < 3; key++) await cache.keep('unit', `${run} ${key}`, new Uint8Array(1000));
    await cache.close();
  }
  const sizes = (await entryFiles(join(folder, 'results'))).map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total > 3000 && total <= 10_000, String(total));
});

test('many runs at once leave whole entries', async () => {
  const folder = await emptyFolder();
  const caches = await Promise.all(Array.from({ length: 8 }, () => openCache({ folder, size: 200_000 })));
  await Promise.all(
    caches.map(async (cache, run) => {
      for (let key = 0; key < 20; key++) {
        const bytes = new Uint8Array(3000).fill(key);
        if ((key + run) % 3) await cache.keep('unit', String(key), bytes);
        const found = await cache.find<Uint8Array>('unit', String(key));
        assert.ok(!found || (found.length === 3000 && found.every((one) => one === key)));
        if (key % 7 === run) await clearEntries(join(folder, 'results'));
      }
      await cache.close();
      assert.is(cache.trouble(), undefined);
    }),
  );
});

test('the hash of the code follows the code, and what is installed', async () => {
  const root = await emptyFolder();
  const write = async (path: string, text: string) => {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write('build/main.ts', 'a');
  await write('build/deep/profile.icc', 'b');
  await write('package.json', '{"dependencies": {"lib": "1"}}');
  await write('node_modules/lib/package.json', '{"version": "1.0.0"}');
  const hashes = new Set<string>();
  const next = async () => {
    const copy = await emptyFolder();
    await cp(root, copy, { recursive: true });
    return hashes.add(codeHash(copy)).size;
  };
  assert.is(await next(), 1);
  await write('templates/print/galley.ejs', 'an input of its own');
  await write('build/README.md', 'no code');
  assert.is(await next(), 1);
  await write('build/deep/profile.icc', 'c');
  assert.is(await next(), 2);
  await write('build/deep/new.ts', '');
  assert.is(await next(), 3);
  await write('node_modules/lib/package.json', '{"version": "1.0.1"}');
  assert.is(await next(), 4);
  assert.is((await readFile(join(root, 'build/main.ts'), 'utf8')).length, 1);
});

test.run();
