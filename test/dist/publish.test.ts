import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { refuseForeign, restoreLastBuild } from '../../build/dist/last-build.ts';
import { type Manifest, readManifest } from '../../build/dist/manifest.ts';
import { OutputInTheWay } from '../../build/dist/output-in-the-way.ts';
import { contents, emptyFolder } from '../cli/folders.ts';
import { publish } from './publish-files.ts';

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

test('somebody’s own files in a built folder stay, and so does what was changed in one of a build’s', async () => {
  const out = await emptyFolder();
  const folder = join(out, '1');
  await publish(out, '1', files({ 'a.pdf': 'P', 'b.pdf': 'B', 'a.epub': 'A' }), all);
  await mkdir(join(folder, 'mail'));
  await writeFile(join(folder, 'mail/printer.txt'), 'Dear editors');
  await writeFile(join(folder, '.hidden'), 'h');
  await symlink('../elsewhere', join(folder, 'link'));
  await writeFile(join(folder, 'a.pdf'), 'P, with remarks');
  await writeFile(join(folder, 'b.pdf'), 'b');
  await writeFile(join(folder, 'preflight.html'), 'an older report');
  const { messages } = await publish(out, '1', files({ 'a.pdf': 'Q', 'a.epub': 'B' }), (path) => path === 'b.pdf');
  assert.equal(messages.slice(0, 2), [
    `.hidden, link, mail/printer.txt in ${folder}: made by no build, and left there.`,
    `${folder}/a.pdf was changed after it was built: it is kept as a (changed).pdf.`,
  ]);
  assert.equal(await names(folder), [
    '.hidden',
    'a (changed).pdf',
    'a.epub',
    'a.pdf',
    'b.pdf',
    'mail/printer.txt',
    'manifest.json',
  ]);
  assert.is(await readFile(join(folder, 'a (changed).pdf'), 'utf8'), 'P, with remarks');
  assert.is(await readlink(join(folder, 'link')), '../elsewhere');
  const { files: said } = readManifest(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  assert.is(
    said.find(({ path }) => path === 'b.pdf')?.sha256,
    createHash('sha256').update('B').digest('hex'),
    'a check still sees it',
  );
  await publish(out, '1', files({ 'a.pdf': 'R' }), all);
  assert.is(await readFile(join(folder, 'mail/printer.txt'), 'utf8'), 'Dear editors');
});

test('a file of somebody’s own that has the name of one that is built', async () => {
  const out = await emptyFolder();
  await publish(out, '1', files({ 'a.epub': 'A' }), all);
  await writeFile(join(out, '1/a.pdf'), 'mine');
  const before = await contents(out);
  const error = await publish(out, '1', files({ 'a.pdf': 'P' }), all).catch((thrown: Error) => thrown);
  assert.instance(error, OutputInTheWay);
  assert.match(
    (error as Error).message,
    /\/1\/a\.pdf was made by no build, and this one makes a file of that name\. Move it/,
  );
  assert.equal(await contents(out), before);
  assert.equal(await readdir(out), ['1']);
});

test('links lead nowhere: of the folder, of a file in it, of a path in the manifest', async () => {
  const [out, secret] = [await emptyFolder(), await emptyFolder()];
  await writeFile(join(secret, 'a.pdf'), 'secret');
  await publish(out, '1', files({ 'a.pdf': 'P', 'in/b.pdf': 'B' }), all);
  const manifest = await readFile(join(out, '1/manifest.json'), 'utf8');
  const spoilt: (() => Promise<unknown>)[] = [
    () => rm(join(out, '1/a.pdf')).then(() => symlink(join(secret, 'a.pdf'), join(out, '1/a.pdf'))),
    () => rm(join(out, '1/in'), { recursive: true }).then(() => symlink(secret, join(out, '1/in'))),
    () => writeFile(join(out, '1/manifest.json'), manifest.replace('"a.pdf"', `"../../${basename(secret)}/a.pdf"`)),
    () =>
      rm(join(out, '1/manifest.json')).then(() => symlink(join(secret, 'manifest.json'), join(out, '1/manifest.json'))),
    () => rm(join(out, '1'), { recursive: true }).then(() => symlink(secret, join(out, '1'))),
  ];
  await writeFile(join(secret, 'b.pdf'), 'secret');
  await writeFile(join(secret, 'manifest.json'), manifest);
  const left = await contents(secret);
  for (const spoil of spoilt) {
    await rm(join(out, '1'), { recursive: true, force: true });
    await publish(out, '1', files({ 'a.pdf': 'P', 'in/b.pdf': 'B' }), all);
    await spoil();
    const error = await publish(out, '1', files({ 'a.epub': 'A' }), () => true).catch((thrown: Error) => thrown);
    if (error instanceof Error) assert.instance(error, OutputInTheWay);
    assert.not(Object.values(await contents(out)).includes(Buffer.from('secret').toString('base64')));
    assert.equal(await contents(secret), left);
    await unlink(join(out, '1')).catch(() => {});
  }
});

test('an issue that was moved aside and not put back', async () => {
  const out = await emptyFolder();
  await publish(out, '1', files({ 'a.epub': 'A' }), all);
  assert.is(await restoreLastBuild(out, '1'), false);
  await rename(join(out, '1'), join(out, '.1.0123456789abcdef.old'));
  assert.is(await restoreLastBuild(out, '1'), true);
  assert.equal(await names(out), ['1/a.epub', '1/manifest.json']);
});

test('after a build that was killed: what it wrote goes, what it had moved aside comes back', async () => {
  const out = await emptyFolder();
  // No process has such a high number.
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
