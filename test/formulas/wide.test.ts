import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';

/* Displayed formulas that are wider than the columns of a style. */

const root = await mkdtemp(join(tmpdir(), 'offprint-test-'));
test.after(() => rm(root, { recursive: true, force: true }));
await cp(join(import.meta.dirname, 'wide'), root, { recursive: true });

for (const style of ['quarterly', 'essay'])
  test(`no formula is wider than a column of ${style}, and each is read aloud once`, async () => {
    const journal = join(root, 'manuscripts/journal.yaml');
    await rm(join(root, 'dist'), { recursive: true, force: true });
    const written = await readFile(journal, 'utf8');
    await writeFile(journal, written.replace(/style: \w+/, `style: ${style}`));
    const { code, stderr } = await offprint(['build', '--strict', '--only', 'screen'], root);
    assert.is(code, 0, stderr);
    assert.not.match(stderr, /warning|error/);
  });

test.run();
