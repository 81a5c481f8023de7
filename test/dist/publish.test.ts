import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest } from '../../build/dist/manifest.ts';
import { OutputInTheWay } from '../../build/dist/output-in-the-way.ts';
import { publish, refuseForeign } from '../../build/dist/publish.ts';
import { contents, emptyFolder } from '../cli/folders.ts';

const all = () => false;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = (given: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(given).map(([path, text]) => [path, bytes(text)]));
const names = async (folder: string): Promise<string[]> => Object.keys(await contents(folder));

test('a first build, and one after it that makes other files', async () => {
  const out = join(await emptyFolder(), 'dist');
  assert.is((await publish(out, '1', files({ 'a.epub': 'A', 'web/index.html': 'W' }), all)).folder, join(out, '1'));
  const manifest: Manifest = JSON.parse(await readFile(join(out, '1/manifest.json'), 'utf8'));
  assert.equal(manifest, {
    issue: '1',
    files: [
      { path: 'a.epub', size: 1, sha256: '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd' },
      { path: 'web/index.html', size: 1, sha256: 'fcb5f40df9be6bae66c1d77a6c15968866a9e6cbd7314ca432b019d17392f6f4' },
    ],
  });
  await publish(out, '1', files({ 'b.epub': 'B' }), all);
  assert.equal(await names(out), ['1/b.epub', '1/manifest.json']);
  assert.equal(await readdir(out), ['1']);
});

test('files that belong to what was not made anew stay, where they are still there', async () => {
  const out = await emptyFolder();
  await publish(out, '1', files({ 'a.pdf': 'P', 'b.pdf': 'Q', 'a.epub': 'A' }), all);
  await rm(join(out, '1/b.pdf'));
  await publish(out, '1', files({ 'a.epub': 'B' }), (path) => path.endsWith('.pdf'));
  assert.equal(await names(out), ['1/a.epub', '1/a.pdf', '1/manifest.json']);
  assert.is(await readFile(join(out, '1/a.epub'), 'utf8'), 'B');
});

test('somebody’s folder is left alone', async () => {
  const out = await emptyFolder();
  await mkdir(join(out, '1'));
  await refuseForeign(out, '1');
  await refuseForeign(out, '2');
  await writeFile(join(out, '1/thesis.doc'), 'words');
  for (const work of [() => refuseForeign(out, '1'), () => publish(out, '1', files({ a: 'A' }), all)]) {
    const error = await work().catch((thrown: unknown) => thrown);
    assert.instance(error, OutputInTheWay);
  }
  await writeFile(join(out, '1/manifest.json'), '{"name": "a web app"}');
  assert.instance(await refuseForeign(out, '1').catch((thrown: unknown) => thrown), OutputInTheWay);
  assert.equal(await names(out), ['1/manifest.json', '1/thesis.doc']);
});

test('after a build that was killed: what it wrote goes, what it had moved aside comes back', async () => {
  const out = await emptyFolder();
  // No process has a number so high.
  const dead = 99_999_999;
  await publish(out, '1', files({ 'a.pdf': 'P', 'a.epub': 'A' }), all);
  await mkdir(join(out, `.1.${dead}.new`));
  await rename(join(out, '1'), join(out, `.1.${dead}.old`));
  await mkdir(join(out, `.2.${dead}.new`));
  await publish(out, '1', files({ 'a.epub': 'B' }), (path) => path.endsWith('.pdf'));
  assert.equal(await names(out), ['1/a.epub', '1/a.pdf', '1/manifest.json']);
  assert.equal((await readdir(out)).sort(), [`.2.${dead}.new`, '1'], 'those of other issues wait for theirs');
});

test('a build that fails leaves what was there', async () => {
  const out = await emptyFolder();
  await publish(out, '1', files({ 'a.epub': 'A' }), all);
  const before = await contents(out);
  // A file cannot be a folder too.
  const error = await publish(out, '1', files({ x: 'X', 'x/y': 'Y' }), all).catch((thrown: unknown) => thrown);
  assert.instance(error, Error);
  assert.equal(await contents(out), before);
  assert.equal(await readdir(out), ['1']);
});

test.run();
