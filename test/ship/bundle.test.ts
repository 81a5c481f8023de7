import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, journal } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** Makes the bundle in a folder. */
const bundle = (out: string) =>
  run(process.execPath, ['--import', './build/typescript.mjs', 'build/ship/bundle.ts', out], { cwd: root });

/** A folder with what the package has, and packages beside it, but those of faces. */
const packed = (async () => {
  const folder = await emptyFolder();
  const files: string[] = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).files;
  for (const path of ['package.json', ...files]) {
    if (path === 'bundle') await bundle(join(folder, path));
    else if (path.includes('*'))
      await cp(join(root, 'build/schemas'), join(folder, 'build/schemas'), { recursive: true });
    else await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules')))
    if (!/^@(expo-google-fonts|fontsource)$/.test(name))
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
})();

async function offprintOf(folder: string, args: string[], cwd: string, env: Record<string, string> = {}) {
  return run(process.execPath, [join(folder, 'build/offprint.mjs'), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
  }).catch((error: { stdout: string; stderr: string }) => error);
}

test('the package says of a journal what the repository says, and makes the same e-book', async () => {
  const [one, other] = [await journal(), await journal()];
  for (const args of [['check'], ['build', '--only', 'epub'], ['explain', 'note-defined']]) {
    const { stdout, stderr } = await offprintOf(await packed, args, one);
    const expected = await offprint(args, other);
    assert.is(stdout, expected.stdout);
    assert.is(stderr, expected.stderr);
  }
  const epubs = async (folder: string) =>
    Object.entries(await contents(join(folder, 'dist'))).filter(([path]) => path.endsWith('.epub'));
  assert.is((await epubs(one)).length, 1);
  assert.equal(await epubs(one), await epubs(other));
});

test('it brings its faces, where no package has them, with their licence', async () => {
  const folder = join(await packed, 'bundle/fonts/@expo-google-fonts');
  for (const name of await readdir(folder)) {
    assert.match(await readFile(join(folder, name, 'LICENSE_FONT'), 'utf8'), /SIL OPEN FONT LICENSE/i);
    assert.ok((await readdir(folder, { recursive: true })).some((path) => path.endsWith('.ttf')));
  }
  const sliced = join(await packed, 'bundle/fonts/@fontsource');
  for (const name of await readdir(sliced))
    assert.match(await readFile(join(sliced, name, 'LICENSE'), 'utf8'), /SIL OPEN FONT LICENSE/i);
  assert.match(
    await readFile(join(await packed, 'bundle/third-party.txt'), 'utf8'),
    /\npdfjs-dist \d[\s\S]*Apache License/,
  );
});

test('its preview has its page, and PDF.js', async () => {
  const args = [join(await packed, 'build/offprint.mjs'), 'preview', '--json', '--port', '0', '--no-open'];
  const env = { ...process.env, XDG_CACHE_HOME: await emptyFolder() };
  const preview = spawn(process.execPath, args, { cwd: await journal(), env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = await once(createInterface(preview.stdout), 'line');
    for (const name of ['', 'desk.js', 'desk.css', 'pdf.mjs', 'pdf.worker.mjs'])
      assert.is((await fetch(JSON.parse(line).url + name)).status, 200, name);
  } finally {
    preview.kill('SIGINT');
    await once(preview, 'exit');
  }
});

test('the same sources make the same bundle', async () => {
  const again = await emptyFolder();
  await bundle(join(again, 'bundle'));
  assert.equal(await contents(join(again, 'bundle')), await contents(join(await packed, 'bundle')));
});

test('a trace names the lines of the TypeScript', async () => {
  const folder = await emptyFolder();
  await cp(await packed, folder, { recursive: true, verbatimSymlinks: true });
  for (const path of await readdir(join(folder, 'bundle'), { recursive: true }))
    if (path.endsWith('.icc')) await rm(join(folder, 'bundle', path));
  const { stderr } = await offprintOf(folder, ['check'], await journal(), { OFFPRINT_DEBUG: '1' });
  assert.match(stderr, /ENOENT[\s\S]*build\/[\w/-]+\.ts:\d+:\d+/);
});

test.run();
