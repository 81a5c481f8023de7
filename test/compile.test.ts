import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from './cli/folders.ts';

const typescript = new URL('../build/typescript.mjs', import.meta.url).href;

/** A program that says a word, and a cache: `run` gives what it says, `kept` the files that are kept of it. */
async function program() {
  const folder = await emptyFolder();
  const path = join(folder, 'say.ts');
  const cache = join(folder, 'offprint', 'javascript');
  return {
    cache,
    say: (word: string) => writeFile(path, `const word: string = '${word}';\nconsole.log(word);\n`),
    run: () =>
      execFileSync(process.execPath, ['--import', typescript, path], {
        env: { ...process.env, XDG_CACHE_HOME: folder },
        encoding: 'utf8',
      }),
    kept: async () => (await readdir(cache)).filter((name) => name.endsWith('.js')).map((name) => join(cache, name)),
  };
}

test('what was compiled is kept, one file for each, and made anew when its source changes', async () => {
  const { say, run, kept } = await program();
  await say('one');
  assert.is(run(), 'one\n');
  const [file = ''] = await kept();
  await writeFile(file, (await readFile(file, 'utf8')).replace('one', 'kept'));
  assert.is(run(), 'kept\n');
  await say('two');
  assert.is(run(), 'two\n');
  assert.equal(await kept(), [file]);
});

test('a file that was not written to its end is made anew', async () => {
  const { say, run, kept } = await program();
  await say('whole');
  run();
  const [file = ''] = await kept();
  await truncate(file, 20);
  assert.is(run(), 'whole\n');
});

test('what others may write is not run', async () => {
  const { cache, say, run, kept } = await program();
  await say('mine');
  await mkdir(cache, { recursive: true });
  await chmod(cache, 0o777);
  assert.is(run(), 'mine\n');
  assert.equal(await kept(), []);
});

test('a fault is told at its line in the TypeScript', async () => {
  const folder = await emptyFolder();
  const path = join(folder, 'fail.ts');
  await writeFile(
    path,
    '// A comment,\n// which no JavaScript has.\ntype Word = string;\nthrow new Error("here" as Word);\n',
  );
  assert.throws(
    () =>
      execFileSync(process.execPath, ['--enable-source-maps', '--import', typescript, path], {
        env: { ...process.env, XDG_CACHE_HOME: folder },
        stdio: 'pipe',
      }),
    /fail\.ts:4:7/,
  );
});

test.run();
