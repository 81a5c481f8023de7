import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pureFiles } from './choose.ts';

/*
 * Runs the files in fixtures/, which do all that a test should not, as `npm test` runs tests.
 */

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function run(folder: string, ...words: string[]): Promise<{ code: number; output: string; last: string }> {
  const args = [...process.execArgv, place('../run.ts'), '--in', place(`fixtures/${folder}`), ...words];
  const { UPDATE: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: place('../..'), env }, (error, output) => {
      const last = output.trimEnd().split('\n').at(-1) ?? '';
      resolve({ code: error ? Number(error.code) : 0, output, last });
    });
  });
}

test('whatever goes wrong in a file is its own failure, and told', async () => {
  const { code, output, last } = await run('left');
  assert.is(code, 1);
  assert.is(last, '4 passed, 8 failed, 1 skipped');
  const told = Object.fromEntries(
    output.split(/^(?=FAILED |ok {4} )/m).map((part) => [/^\S+ +(\S+)\.test\.ts/.exec(part)?.[1] ?? '', part] as const),
  );
  for (const [file, fault] of [
    [
      'a-leaves',
      /FAILED .*2\/4[\s\S]*listeners for SIGHUP changed: from 0 to 1[\s\S]*LEFT_BY_A_TEST changed: from undefined to a word/,
    ],
    ['crashes', /FAILED [\s\S]*the process ended in the middle of its tests: exit code 0/],
    ['fails', /FAILED .*1\/2[\s\S]*"fails"[\s\S]*letters[\s\S]*fails\.test\.ts:5/],
    ['forgets-to-run', /FAILED [\s\S]*there is no test in it that is run/],
    ['has-none', /FAILED [\s\S]*there is no test in it that is run/],
    ['throws', /FAILED [\s\S]*before any test/],
    ['throws-late', /FAILED [\s\S]*nobody waited for this[\s\S]*in the middle of its tests/],
    ['z-passes', /^ok {5}/],
  ] as const)
    assert.match(told[file] ?? '', fault);
});

test('words choose files, and none that is chosen is a failure', async () => {
  const { code, last } = await run('left', 'z-pass');
  assert.equal([code, last], [0, '1 passed, 0 failed, 0 skipped']);
  assert.is((await run('left', 'no-such-file')).code, 1);
});

test('files share a browser, and one that dies takes nothing along', async () => {
  const { code, last, output } = await run('shared');
  assert.equal([code, last], [0, '4 passed, 0 failed, 0 skipped'], output);
});

test('files are pure whose imports lead to no browser and no other program', async () => {
  const files = ['run/run.test.ts', 'run/fixtures/shared/b-prints.test.ts', 'run/fixtures/left/fails.test.ts'];
  assert.equal([...(await pureFiles(place('..'), files))], ['run/fixtures/left/fails.test.ts']);
});

test.run();
