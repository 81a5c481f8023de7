import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder, journal } from './folders.ts';
import { offprint } from './offprint.ts';

const ukrainian = { OFFPRINT_LANG: 'uk' };

test('faults are told in the user’s language, and kept results are told again in that of the next', async () => {
  const root = await journal('ten-faults');
  const out = await emptyFolder();
  const build = (env: Record<string, string>) => offprint(['build', '--out', out], root, env);
  const english = await build({});
  const { stderr, stdout, code } = await build(ukrainian);
  assert.is(code, 1);
  assert.match(stderr, '  Читання рукописів\n');
  assert.match(stderr, 'manuscripts/2026-1/first.md:7:34 помилка Для [^1] не визначено примітки [note-defined]\n');
  assert.match(stderr, '    очікувано: абзац, що починається з [^1]:\n');
  assert.match(stderr, '    → Напишіть примітку або видаліть знак; для самих знаків напишіть \\[^.\n');
  assert.match(stderr, 'manuscripts/journal.yaml:3:7 помилка "lang": це "English" [value-form]\n');
  assert.match(stderr, /^12 помилок$/m);
  assert.is(stdout, '2026-1: нічого не записано\n');
  assert.is((await build({})).stderr, english.stderr);
});

test('what a build that is remembered said is said in the language of whoever asks again', async () => {
  const root = await journal('note-unused-and-doubled');
  const cache = await emptyFolder();
  const out = await emptyFolder();
  const build = (env: Record<string, string>) =>
    offprint(['build', '--only', 'epub', '--out', out, '--cache', cache], root, env);
  const first = await build({});
  const again = await build(ukrainian);
  assert.match(first.stderr, ' error ');
  assert.match(again.stderr, ' помилка ');
  assert.not.match(again.stderr, / error | warning |expected /);
});

test('help, wrong usage and rules are in the user’s language', async () => {
  const root = await journal();
  const run = async (...args: string[]) => offprint(args, root, ukrainian);
  const help = await run('build', '--help');
  assert.match(help.stdout, /^Використання: offprint build /);
  assert.match(help.stdout, '  --strict           вважати попередження помилками\n');
  assert.match(help.stdout, '(типово: ".")');
  assert.match(help.stdout, /^ {2}screen +випуск для читачів, PDF із тегами$/m);
  assert.is((await run('biuld')).stderr, 'помилка: невідома команда «biuld»\n(Чи не build?)\n');
  assert.match((await run('build', '2026-2')).stderr, 'Немає випуску 2026-2. Чи не 2026-1? Є: 2026-1.\n');
  assert.match((await run('explain', 'note-called')).stdout, 'note-called (помилка)\n  На кожну примітку є знак.\n');
});

test('what programs read is English', async () => {
  const root = await journal('ten-faults');
  const [plain, asked] = await Promise.all(
    [{}, ukrainian].map((env) => offprint(['check', '--json'], root, env as Record<string, string>)),
  );
  assert.is(asked?.stdout, plain?.stdout);
  const { stdout } = await offprint(['check'], root, { ...ukrainian, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root });
  assert.match(stdout, /^::error file=manuscripts\/journal\.yaml,line=3,col=7,title=value-form::"lang": це "English"/m);
});

test('a language without a table is English', async () => {
  const { stdout } = await offprint(['explain', 'note-called'], await journal(), { OFFPRINT_LANG: 'pl' });
  assert.match(stdout, 'note-called (error)\n  Every note is called.\n');
});

test.run();
