import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, readdir, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, journal } from './folders.ts';
import { offprint, program } from './offprint.ts';

const epub = ['build', '--only', 'epub'];

test('a folder with somebody’s files is refused before any work', async () => {
  const root = await journal();
  const before = await contents(root);
  const { code, stdout, stderr } = await offprint([...epub, '--out', 'manuscripts'], root);
  assert.is(code, 2);
  assert.is(stdout, '');
  assert.is(
    stderr,
    `${root}/manuscripts/2026-1 holds files that no build made (it has no manifest.json). Move them, or choose another place with --out.\n`,
  );
  assert.equal(await contents(root), before);
});

test('a file where a folder is wanted', async () => {
  const root = await journal();
  await writeFile(join(root, 'dist'), '');
  const { code, stderr } = await offprint(epub, root);
  assert.is(code, 2);
  assert.is(stderr, `${root}/dist has no place: a file stands where one of its folders should.\n`);
});

test('a folder that may not be written', async () => {
  // Root may write anywhere but here.
  const out = process.getuid?.() === 0 ? '/sys/offprint' : await emptyFolder();
  if (out !== '/sys/offprint') await chmod(out, 0o555);
  const { code, stderr } = await offprint([...epub, '--out', out], await journal());
  assert.is(code, 3);
  assert.match(
    stderr,
    `${out} may not be read or written. Change its permissions; for what is made, --out names another place.\n`,
  );
  assert.not.match(stderr, 'Reading', 'before any work');
});

if (process.platform === 'linux')
  test('places that are no folders, and where there can be none: said before any work, and at once', async () => {
    const root = await journal();
    for (const [out, code] of [
      ['/proc/offprint/deep', 3],
      ['/dev/null', 2],
      ['/dev/null/below', 2],
    ] as const) {
      const { stderr, ...ended } = await offprint([...epub, '--out', out], root, { XDG_CACHE_HOME: '/proc/offprint' });
      assert.is(ended.code, code, stderr);
      assert.match(stderr, new RegExp(`^${out} [^\\n]+\\n$`));
    }
    const { code, stderr } = await offprint(['new', 'journal', '--root', '/proc/offprint'], root);
    assert.is(code, 3);
    assert.match(stderr, /^\/proc\/offprint may not be read or written\. [^\n]+\n$/);
  });

test('trying whether a place can be written leaves nothing there', async () => {
  const root = await journal();
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), 'A call.[^1]\n');
  const before = await contents(root);
  assert.is((await offprint([...epub, '--out', 'far/away'], root)).code, 1);
  assert.equal(await contents(root), before);
  assert.not((await readdir(root)).includes('far'));
});

test('a new build takes the place of the last; one with a fault leaves it byte for byte', async () => {
  const root = await journal();
  await offprint(epub, root);
  const folder = join(root, 'dist/2026-1');
  const first = await contents(folder);
  assert.equal(Object.keys(first), ['manifest.json', 'notes-2026-1.epub']);
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), 'More words.\n');
  assert.is((await offprint(epub, root)).code, 0);
  const second = await contents(folder);
  assert.is.not(second['notes-2026-1.epub'], first['notes-2026-1.epub']);
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), 'A call.[^1]\n');
  assert.is((await offprint(epub, root)).code, 1);
  assert.equal(await contents(folder), second);
});

test('a build that is killed leaves the last one', async () => {
  const root = await journal();
  await offprint(epub, root);
  const before = await contents(join(root, 'dist'));
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), 'More words.\n');
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
    const child = spawn(process.execPath, [program, ...epub], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    for await (const text of child.stderr) {
      said += text;
      if (String(text).includes('Binding')) child.kill(signal);
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    if (signal === 'SIGKILL') assert.is(child.signalCode, signal);
    else {
      assert.is(child.exitCode, 128 + constants.signals[signal]);
      assert.match(said, /\nStopped: dist\/2026-1 is as it was\.\n$/);
    }
    // What a killed build has written lies beside it until the next one.
    const folder = signal === 'SIGKILL' ? 'dist/2026-1' : 'dist';
    const wanted = Object.entries(before).map(([path, data]) => [relative(folder, join('dist', path)), data]);
    assert.equal(await contents(join(root, folder)), Object.fromEntries(wanted));
  }
});

test('a reader that stops reading', async () => {
  const child = spawn(process.execPath, [program, 'explain'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  for await (const text of child.stderr) said += text;
  assert.is(said, '');
});

test('the same input gives the same bytes', async () => {
  const root = await journal();
  for (const out of ['one', 'two']) await offprint([...epub, '--no-cache', '--out', out], root);
  assert.equal(await contents(join(root, 'one')), await contents(join(root, 'two')));
  assert.equal(await readdir(join(root, 'two')), ['2026-1'], 'and nothing else');
});

test.run();
