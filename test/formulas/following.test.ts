import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';

/* Displayed formulas that follow each other without a word between them. */

const root = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(root, { recursive: true, force: true }));
await cp(join(import.meta.dirname, 'following'), root, { recursive: true });

const articles = {
  low: (i: number) => `$$ a_{${i}} = b $$`,
  numbered: (i: number) => `$$ a_{${i}} = b $$ {#eq-${i}}`,
  high: (i: number) => `$$ \\sum_{k=1}^{${i}} k^2 = \\frac{n(n+1)(2n+1)}{6} $$`,
};
for (const [name, formula] of Object.entries(articles)) {
  const formulas = Array.from({ length: 90 }, (_, i) => formula(i)).join('\n\n');
  const text = `---\ntitle: ${name}\nauthors:\n  - name: A. Nobody\n---\n\nThe sums:\n\n${formulas}\n\nThese are all.\n`;
  await mkdir(join(root, 'manuscripts/2026-1'), { recursive: true });
  await writeFile(join(root, `manuscripts/2026-1/${name}.md`), text);
}

test('they fill their pages, and a number at the margin makes none higher', async () => {
  const { code, stderr } = await offprint(['build', '--strict', '--only', 'screen'], root);
  assert.is(code, 0, stderr);
  const { articles } = JSON.parse(await readFile(join(root, 'dist/2026-1/pages.json'), 'utf8'));
  const pages = Object.fromEntries(
    articles.map(({ id, first, last }: Record<'id' | 'first' | 'last', string>) => [
      id,
      Number(last) - Number(first) + 1,
    ]),
  );
  assert.equal(pages, { low: 3, numbered: 3, high: 4 });
});

test.run();
