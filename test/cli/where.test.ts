import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder, journal } from './folders.ts';
import { offprint } from './offprint.ts';

const root = await journal();
const first = 'manuscripts/2026-1/first.md';
const lineOf = async (path: string, words: string) =>
  (await readFile(join(root, path), 'utf8')).split('\n').findIndex((line) => line.includes(words)) + 1;
const where = (place: string, ...options: string[]) => offprint(['where', place, ...options], root);

test('an issue that is not built has no pages: how to build them is said', async () => {
  const { code, stdout, stderr } = await where(`${first}:8`);
  assert.is(code, 2);
  assert.is(stdout, '');
  assert.is(
    stderr,
    `dist/2026-1 has no page record (pages.json) with ${first}. Build the issue’s pages first: offprint build 2026-1\n`,
  );
});

test('a line’s page and column are printed, and as JSON', async () => {
  const built = await offprint(['build', '--only', 'screen', '--quiet'], root);
  assert.is(built.code, 0, built.stderr);
  const line =
    String(await readFile(join(root, first), 'utf8'))
      .split('\n')
      .findIndex((one) => /^[A-Z]/.test(one)) + 1;
  const { code, stdout, stderr } = await where(`${first}:${line}`);
  assert.is(stderr, '');
  assert.is(code, 0);
  assert.match(stdout, /^page \d+ \(page \d+ of the PDF\), words “[^”]+”\n$/);
  const json = JSON.parse((await where(`${first}:${line}:1`, '--json')).stdout);
  assert.is(json.ok, true);
  assert.is(json.places.length, 1);
  const [{ issue, index, folio, column, words }] = json.places;
  assert.is(stdout, `page ${folio} (page ${index} of the PDF), words “${words}”\n`);
  assert.equal([issue, column, json.path, json.line], ['2026-1', 1, first, line]);
  const record = JSON.parse(await readFile(join(root, 'dist/2026-1/pages.json'), 'utf8'));
  assert.is(record.pages[index - 1].folio, folio);
});

test('a place can be named from another folder, too', async () => {
  const line = await lineOf(first, 'title:');
  const there = await offprint(['where', `first.md:${line}`, '--root', '../..'], join(root, 'manuscripts/2026-1'));
  assert.match(there.stdout, /is front matter of the article that begins there\n$/);
  const elsewhere = await offprint(['where', `${first}:${line}`, '--root', root], await emptyFolder());
  assert.is(elsewhere.stdout, there.stdout);
});

test('what is no place is wrong usage, and says what to do', async () => {
  for (const [place, said] of [
    ['first.md', /^first\.md is no place: write the file, a line/],
    [`${first}:0`, /is no place/],
    [`${first}:x`, /is no place/],
    [`${first}:9999`, /has \d+ lines; there is no line 9999\.\n$/],
    ['manuscripts/2026-1/none.md:3', /^There is no file manuscripts\/2026-1\/none\.md, neither here nor in /],
    ['manuscripts/2026-1/issue.yaml:1', /is in no issue: an issue\.yaml has to list it under contents:\.\n$/],
    ['manuscripts/2026-1:1', /^manuscripts\/2026-1 is a folder/],
    ['/etc/passwd:1', /is not in the journal’s folder/],
  ] as const) {
    const { code, stdout, stderr } = await where(place);
    assert.is(code, 2, place);
    assert.is(stdout, '');
    assert.match(stderr, said);
    const json = JSON.parse((await where(place, '--json')).stdout);
    assert.is(json.ok, false);
    assert.match(`${json.error}\n`, said);
  }
});

test('a manuscript that changed since is answered with a warning', async () => {
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), '\nOne more.\n');
  const other = await where(`${first}:1`);
  assert.is(other.code, 0);
  assert.match(
    other.stderr,
    /^manuscripts\/2026-1\/second\.md changed after the pages were made, which may have moved them\. To be sure: offprint build 2026-1\n$/,
  );
  const line = await lineOf('manuscripts/2026-1/second.md', 'One more.');
  const own = await where(`manuscripts/2026-1/second.md:${line}`);
  assert.is(own.code, 0);
  assert.match(own.stdout, /^page \d+/);
  assert.match(own.stderr, /second\.md was changed after the pages were made/);
});

test('a manuscript of two issues has a place in each that is built', async () => {
  const folder = join(root, 'manuscripts/2026-2');
  await mkdir(folder);
  const facts = await readFile(join(root, 'manuscripts/2026-1/issue.yaml'), 'utf8');
  await writeFile(
    join(folder, 'issue.yaml'),
    facts.replace(/contents:[\s\S]*/, 'contents:\n  - articles:\n      - ../2026-1/second.md\n'),
  );
  const built = await offprint(['build', '--only', 'screen', '--quiet'], root);
  assert.is(built.code, 0, built.stderr);
  const { stdout, stderr } = await where('manuscripts/2026-1/second.md:1');
  assert.is(stderr, '');
  assert.match(stdout, /^2026-1: page .*\n2026-2: page .*\n$/);
});

test('a manuscript that cannot be read, and a record that is none, are told', async () => {
  await rm(join(root, 'manuscripts/2026-2'), { recursive: true });
  const text = await readFile(join(root, first), 'utf8');
  await writeFile(join(root, first), text.replace('title:', 'title: ['));
  const broken = await where(`${first}:${text.split('\n').length - 2}`);
  assert.is(broken.code, 0);
  assert.match(broken.stderr, /has faults, so that not all of it is read: offprint check 2026-1\n$/);
  await writeFile(join(root, first), text);
  await writeFile(join(root, 'dist/2026-1/pages.json'), '{"format":');
  const damaged = await where(`${first}:1`);
  assert.is(damaged.code, 2);
  assert.match(damaged.stderr, /has no page record .* Build the issue’s pages first: offprint build 2026-1\n$/);
});

test.run();
