import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, journal } from '../cli/folders.ts';
import { offprint, offprintAtWork } from '../cli/offprint.ts';

/*
 * Faults too big, or too strange, to lie in fixtures/. None may stall the build or bring it down.
 */
async function diagnosticsOf(root: string): Promise<string[]> {
  const { code, stdout, stderr, work } = await offprintAtWork(['build', '--only', 'epub', '--json'], root);
  assert.ok(work < 20, `${work} seconds of work`);
  assert.is(stderr, '');
  const result = JSON.parse(stdout);
  assert.is(code, result.ok ? 0 : 1);
  assert.is(result.error, undefined);
  assert.equal(Object.keys(await contents(join(root, 'dist'))).length > 0, result.ok);
  return result.diagnostics.map(
    ({ file, line, column, rule, found }: Record<string, string>) => `${file}:${line}:${column} ${rule}: ${found}`,
  );
}

const head = '---\ntitle: On Margins\nauthors:\n  - name: Ann Author\n---\n\n';

async function second(text: string): Promise<string> {
  const root = await journal();
  await writeFile(join(root, 'manuscripts/2026-1/second.md'), text);
  return root;
}

test('a line of 3 MB, and a file of 10 MB', async () => {
  assert.equal(await diagnosticsOf(await second(`${head}${'word '.repeat(600_000)}\n`)), [
    'manuscripts/2026-1/second.md:7:1 file-size: A line of 3,000,000 characters',
  ]);
  assert.equal(await diagnosticsOf(await second(`${head}${'word '.repeat(2_000_000)}\n`)), [
    'manuscripts/2026-1/second.md:1:1 file-size: The file has 10.0 MB',
  ]);
});

test('deep nesting', async () => {
  const [found, ...more] = await diagnosticsOf(await second(`${head}${'> '.repeat(5000)}word\n`));
  assert.match(found as string, /^manuscripts\/2026-1\/second\.md:7:\d+ file-nesting: /);
  assert.equal(more, []);
});

test('YAML that nests deep, or multiplies by aliases', async () => {
  const deep = await second(head.replace('---\n\n', `keywords: ${'['.repeat(20_000)}\n---\n\nWords.\n`));
  const [found, ...more] = await diagnosticsOf(deep);
  assert.match(found as string, /second\.md:5:\d+ yaml-syntax: The YAML nests too deep/);
  assert.equal(more, []);

  const bomb = await journal();
  const lines = [...'bcdefghij'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]}, `.repeat(9)}]`);
  await appendFile(join(bomb, 'manuscripts/journal.yaml'), `a: &a [x]\n${lines.join('\n')}\n`);
  assert.equal(await diagnosticsOf(bomb), [
    'manuscripts/journal.yaml:1:1 yaml-syntax: The YAML repeats itself by its marks & and *',
  ]);
});

test('YAML with ten thousand faults', async () => {
  const root = await journal();
  await appendFile(
    join(root, 'manuscripts/journal.yaml'),
    `board:\n  title: Board\n  members:\n${'    - 1\n'.repeat(10_000)}`,
  );
  assert.is((await diagnosticsOf(root)).length, 10_000);
});

test('a folder where a file should be', async () => {
  const root = await journal();
  await mkdir(join(root, 'manuscripts/2026-1/third.md'));
  await appendFile(join(root, 'manuscripts/2026-1/issue.yaml'), '      - third.md\n');
  assert.equal(await diagnosticsOf(root), [
    'manuscripts/2026-1/issue.yaml:9:9 file-exists: There is no file manuscripts/2026-1/third.md',
  ]);
});

test('a name with a NUL in it', async () => {
  const root = await journal();
  await appendFile(join(root, 'manuscripts/2026-1/issue.yaml'), '      - "\\0.md"\n');
  assert.match(String(await diagnosticsOf(root)), /^manuscripts\/2026-1\/issue\.yaml:9:9 file-exists: /);
});

test('control codes of a manuscript do not reach the terminal', async () => {
  const root = await second(`${head.replace('On Margins', '"\\e[31m"\n\u202etxet: 1')}Words.\n`);
  const { stderr } = await offprint(['check'], root);
  assert.match(stderr, 'Unknown key');
  assert.not.ok(stderr.includes('\u001b') || stderr.includes('\u202e'));
});

test.run();
