import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from './folders.ts';
import { offprint } from './offprint.ts';

const before = '@book{zeta, title = {Of z}, date = 2001, pages = {1-2}}\n\n@book{alpha, title = {Of a}, date = 2001}\n';
const after = '@book{alpha, title = {Of a}, date = 2001}\n\n@book{zeta, title = {Of z}, date = 2001, pages = {1--2}}\n';

test('bib tidy shows what it would change, and changes it with --write', async () => {
  const folder = await emptyFolder();
  const path = join(folder, 'works.bib');
  await writeFile(path, before);
  const shown = await offprint(['bib', 'tidy', 'works.bib'], folder);
  assert.is(shown.code, 0);
  assert.match(shown.stdout, /^--- a\/works\.bib\n\+\+\+ b\/works\.bib\n@@ -1,3 \+1,3 @@\n/);
  assert.is(
    shown.stderr,
    `works.bib:1:1 zeta: moved to its place by the key
works.bib:1:42 zeta: pages: 1-2 → 1--2
2 changes to make: offprint bib tidy works.bib --write
`,
  );
  assert.is(await readFile(path, 'utf8'), before);
  const written = await offprint(['bib', 'tidy', 'works.bib', '--write'], folder);
  assert.is(written.stdout, '');
  assert.match(written.stderr, /works\.bib is written, with 2 changes\.\n$/);
  assert.is(await readFile(path, 'utf8'), after);
  const again = await offprint(['bib', 'tidy', 'works.bib', '--write'], folder);
  assert.equal([again.code, again.stderr], [0, 'works.bib is in order.\n']);
  const json = JSON.parse((await offprint(['bib', 'tidy', 'works.bib', '--json'], folder)).stdout);
  assert.equal(json, { file: 'works.bib', written: false, changes: [], advice: [], faults: [] });
});

test('a file with a mistake is left as it is', async () => {
  const folder = await emptyFolder();
  const broken = `${before}@book{open, title = {Of o\n`;
  await writeFile(join(folder, 'works.bib'), broken);
  const { code, stdout, stderr } = await offprint(['bib', 'tidy', 'works.bib', '--write'], folder);
  assert.equal([code, stdout], [1, '']);
  assert.is(
    stderr,
    `works.bib:4:21 The brace that opens the field title is not closed
  → Count the braces of the field: each { has its }.
Nothing was changed: mend this first.
`,
  );
  assert.is(await readFile(join(folder, 'works.bib'), 'utf8'), broken);
});

test('what is no bibliography is not touched', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'latin.bib'), Buffer.from([0x40, 0xe9]));
  for (const [args, message] of [
    [['tidy', 'none.bib'], /There is no file none\.bib\./],
    [['tidy', 'works.json'], /works\.json is not a \.bib file/],
    [['tidy', 'latin.bib'], /latin\.bib is not in UTF-8/],
    [['sort', 'latin.bib'], /There is no `offprint bib sort`/],
  ] as const) {
    const { code, stderr } = await offprint(['bib', ...args], folder);
    assert.is(code, 2);
    assert.match(stderr, message);
  }
});

test.run();
