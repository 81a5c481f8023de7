import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify } from 'yaml';
import { writeManuscript } from '../../build/manuscript/write.ts';
import { randomManuscript } from '../manuscript/random-manuscript.ts';
import { randomSoup } from '../manuscript/random-soup.ts';
import { randomTree } from '../manuscript/random-tree.ts';
import { madeOf } from './made.ts';

/* Manuscripts with all constructs, nested at random: their JATS is valid by the DTD, and has every word. */

const test = suite('jats/random');
const root = await mkdtemp(join(tmpdir(), 'offprint-jats-'));
test.after(() => rm(root, { recursive: true, force: true }));

const front = { title: 'At random', authors: [{ name: 'Test Author' }] };
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const texts = [
  ...seeds(20).map((seed) => `---\n${stringify(front)}---\n\n${randomManuscript(seed).markdown}`),
  ...seeds(60).map((seed) => writeManuscript(randomTree(seed), front)),
  ...seeds(20).map((seed) => `---\n${stringify(front)}---\n\n${randomSoup(seed).markdown}`),
];
const folder = join(root, 'manuscripts/1');
await mkdir(folder, { recursive: true });
const articles = texts.map((_, i) => `at-random-${i + 1}.md`);
for (const [i, text] of texts.entries()) await writeFile(join(folder, articles[i] as string), text);
await writeFile(
  join(folder, 'issue.yaml'),
  stringify({ volume: 1, number: 1, date: '2026-03', contents: [{ articles }] }),
);
await writeFile(
  join(root, 'manuscripts/journal.yaml'),
  stringify({ title: 'Random', short: 'r', lang: 'en', publisher: { name: 'P' }, editors: [{ name: 'E' }] }),
);

test('they are valid, and no word is lost', async () => {
  const [one] = await madeOf(root);
  assert.is(one?.made.length, texts.length);
  // Their pictures are named and not there.
  assert.equal(
    one?.made.flatMap(({ faults }) => faults).filter((fault) => !/There is no file/.test(fault)),
    [],
  );
});

test.run();
