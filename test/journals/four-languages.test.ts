import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PageFacts, pageFacts } from '../bench/read-pages/page-facts.ts';
import { typesetPages } from '../bench/read-pages/typeset-pages.ts';
import { offprint } from '../cli/offprint.ts';

/*
 * An issue in German, French, Russian and Ukrainian, with verse, tables of numbers, quotations with sources, references and formulas as text, in both
 * styles. What holds is read from the finished PDF, not from what the build says of itself.
 */

const source = join(import.meta.dirname, 'four-languages');
const work = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(work, { recursive: true, force: true }));

async function built(style: string): Promise<PageFacts> {
  const root = join(work, style);
  await cp(source, root, { recursive: true });
  const facts = join(root, 'manuscripts', 'journal.yaml');
  await writeFile(facts, (await readFile(facts, 'utf8')).replace(/^style: .*$/m, `style: ${style}`));
  const { code, stderr } = await offprint(['build', '--only', 'screen'], root);
  assert.is(code, 0, stderr);
  const folder = join(root, 'dist', '2026-2');
  const pdf = (await readdir(folder)).find((name) => name.endsWith('-screen.pdf')) ?? '';
  return pageFacts(await typesetPages(await readFile(join(folder, pdf))));
}

const manuscripts = join(source, 'manuscripts', '2026-2');
let notes = 0;
for (const name of (await readdir(manuscripts)).filter((one) => one.endsWith('.md')))
  notes += (await readFile(join(manuscripts, name), 'utf8')).match(/^\[\^[^\]]+\]:/gm)?.length ?? 0;

for (const style of ['quarterly', 'essay'])
  test(`the pages of four languages are such as a typographer sends back none of: ${style}`, async () => {
    const facts = await built(style);
    assert.is(facts.lastPages.length, 4);
    assert.is(facts.notes, notes);
    assert.is(facts.overLeaves, 0);
    assert.ok(facts.hyphensInRow <= 2);
  });

test.run();
