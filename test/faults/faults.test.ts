import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, fixtures, journal } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';

/*
 * Every folder in fixtures/ is a fault: files that are laid over the journal in `good`, and expected.txt, which is what a terminal would show:
 * lines `$ rm …` and `$ ln -s …` that prepare it, `$ offprint …`, what that prints on standard error, and the exit code. With UPDATE=1 the
 * expected texts are written anew; read what has changed.
 */
const names = (await readdir(fixtures)).filter((name) => name !== 'good').sort();

/** A good issue, published before each fault. */
const published = (async () => {
  const out = await emptyFolder();
  const { code, stderr } = await offprint(['build', '--only', 'epub', '--out', out, '--quiet'], await journal());
  assert.is(stderr, '');
  assert.is(code, 0);
  return out;
})();

async function run(name: string): Promise<void> {
  const transcript = await readFile(join(fixtures, name, 'expected.txt'), 'utf8');
  const commands = transcript.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2).split(' ')] : []));
  const root = await journal(name);
  for (const [command, ...words] of commands) {
    if (command === 'rm') await rm(join(root, words[0] as string));
    if (command === 'ln') await symlink(words[1] as string, join(root, words[2] as string));
  }
  const out = await published;
  const before = await contents(out);
  const args = commands.find(([command]) => command === 'offprint')?.slice(1) as string[];
  const { code, stdout, stderr } = await offprint(
    [...args, '--out', code0(transcript) ? await emptyFolder() : out],
    root,
  );

  const typed = commands.map((words) => `$ ${words.join(' ')}\n`).join('');
  const shown = `${typed}${stderr}exit ${code}\n`;
  if (process.env.UPDATE) await writeFile(join(fixtures, name, 'expected.txt'), shown);
  else assert.fixture(shown, transcript);
  assert.is(stdout, '');
  assert.not.match(stderr, /^ +at .*:\d+/m, 'no stack trace');
  assert.not.match(stderr, /fault in Offprint|Invalid|undefined|\[object/);
  assert.equal(await contents(out), before, 'what was published before is as it was');
  assert.equal(Object.keys(await contents(join(root, 'dist'))), []);
}

function code0(transcript: string): boolean {
  return transcript.endsWith('exit 0\n');
}

const runs = names.map((name) => ({ name, run: run(name) }));
for (const { name, run } of runs) {
  run.catch(() => {}); // Told by its own test.
  test(name, () => run);
}

test.run();
