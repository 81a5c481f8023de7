import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { readBib } from '../../../build/references/bib/read-bib.ts';
import { tidyBib } from '../../../build/references/tidy/tidy-bib.ts';

const test = suite('references/tidy');

/* Every file in fixtures/ is a bibliography; beside it stand the same in order, and what was changed. */
const fixtures = join(import.meta.dirname, 'fixtures');

for (const name of (await readdir(fixtures)).filter((name) => /^[\w-]+\.bib$/.test(name)))
  test(name, async () => {
    const { text, changes, advice, faults } = tidyBib(await readFile(join(fixtures, name), 'utf8'));
    const shown = [
      ...changes.map(({ line, column, key, changed }) => `${line}:${column} ${key}: ${changed}\n`),
      ...advice.map(({ line, column, key, changed }) => `${line}:${column} ${key} ${changed}\n`),
      ...faults.map(({ found }) => `${found}\n`),
    ].join('');
    await compare(join(fixtures, name.replace('.bib', '.after.bib')), text);
    await compare(join(fixtures, name.replace('.bib', '.txt')), shown);
    assert.is(tidyBib(text).text, text, 'what is in order stays as it is');
  });

test('what is printed is the same before and after', async () => {
  const others = resolve(import.meta.dirname, '../fixtures');
  const files = [
    ...(await readdir(fixtures)).map((name) => join(fixtures, name)),
    ...(await readdir(others)).map((name) => join(others, name, 'input.bib')),
  ].filter((path) => path.endsWith('.bib') && !/(csl-json|ris)/.test(path));
  for (const path of files) {
    const text = await readFile(path, 'utf8');
    assert.equal(items(tidyBib(text).text), items(text), path);
  }
});

function items(text: string): unknown {
  const references = readBib(new VFile({ value: text }));
  return references
    .map(({ key, item, aliases }) => [key, item, aliases])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

async function compare(path: string, text: string): Promise<void> {
  if (process.env.UPDATE) await writeFile(path, text);
  else assert.fixture(text, await readFile(path, 'utf8'));
}

test.run();
