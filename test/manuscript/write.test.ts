import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../build/disk/repository.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { roundTrip } from './same-tree.ts';

/*
 * The law of the writer: reading what was written gives the same tree and the same HTML, and writing that again the same text.
 */

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const repository = await openRepository(fixtures);
const terms = await readTerms(repository);
const journals = [
  `${fixtures}/manuscripts`,
  fileURLToPath(new URL('../../manuscripts', import.meta.url)),
  fileURLToPath(new URL('../../../shared/journals/ukraine-analytica/manuscripts', import.meta.url)),
];

for (const journal of journals) {
  const names = await readdir(journal, { recursive: true }).catch(() => []);
  for (const name of names.filter((file) => file.endsWith('.md') && !file.includes('README')).sort())
    test(`${journal.split('/').at(-2)}: ${name}`, async () => {
      const text = await readFile(`${journal}/${name}`, 'utf8');
      const lang = /^lang: *(\w+)/m.exec(text)?.[1] ?? 'en';
      const { written, again, trees, html } = roundTrip(text, lang, terms);
      assert.equal(trees[1], trees[0]);
      assert.equal(html[1], html[0]);
      assert.is(again, written);
    });
}

test.run();
