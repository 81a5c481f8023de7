import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readEditions } from '../../../build/check/editions/read-editions.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { sourcesOf } from '../../../build/dist/sources.ts';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';
import { dist, journal } from '../pdf/edition.ts';

const test = suite('check/editions');

/** A copy of the built journal and its editions, for tests that damage it. Java is hidden: CI tests what it does. */
async function copy() {
  const root = await emptyFolder();
  await cp(journal, root, { recursive: true });
  await cp(await dist(), join(root, 'dist'), { recursive: true });
  const check = () => offprint(['check', '--quiet'], root, { PATH: '' });
  return { root, folder: join(root, 'dist/2026-1'), check };
}

test('good editions pass, and a report says what was looked at', async () => {
  const made = await copy();
  const { folder, check } = made;
  assert.equal(await check(), { code: 0, stdout: '', stderr: '' });
  const report = await readFile(join(folder, 'preflight.html'), 'utf8');
  for (const path of [
    'plates-2026-1-print.pdf',
    'plates-2026-1-screen.pdf',
    'plates-2026-1.epub',
    'offprints/proofs.pdf',
  ])
    assert.match(report, path);
  assert.match(report, 'veraPDF was skipped: there is no Java');
  assert.not.match(report, 'class="failed"');
  assert.match(report, /words-kept[\s\S]*?plates-2026-1\.epub/);
  assert.equal(await read(made), [], 'the report is no foreign file');
});

test('what is damaged, missing or foreign is told', async () => {
  const made = await copy();
  const { folder, check } = made;
  await appendFile(join(folder, 'plates-2026-1-screen.pdf'), ' ');
  await rm(join(folder, 'offprints/proofs.pdf'));
  await writeFile(join(folder, 'notes.txt'), 'mine');
  const { code, stderr } = await check();
  assert.is(code, 1);
  assert.match(
    stderr,
    /plates-2026-1-screen\.pdf error The file was changed after it was built: it has \d+ bytes \[edition-whole\]/,
  );
  assert.match(stderr, /offprints\/proofs\.pdf error The file is missing \[edition-whole\]/);
  assert.ok((await read(made))?.includes('notes.txt: No build made this file [edition-whole]'), 'as information');
  assert.not.match(stderr, 'words-kept');
  assert.match(await readFile(join(folder, 'preflight.html'), 'utf8'), /The file was changed after it was built/);
});

/** The diagnostics of a copy's editions, without looking into them. */
async function read({ root, folder }: Awaited<ReturnType<typeof copy>>) {
  const sources = await sourcesOf(await openRepository(root), '2026-1');
  const finished = await readEditions(join(root, 'dist'), '2026-1', sources);
  return finished?.reported.flatMap((file) =>
    file.messages.map(({ reason, ruleId }) => `${relative(folder, file.path)}: ${reason} [${ruleId}]`),
  );
}

test('editions that are older than the manuscripts are told as that', async () => {
  const made = await copy();
  assert.equal(await read(made), []);
  await appendFile(join(made.root, 'manuscripts/2026-1/proofs.md'), '\nOne word more.\n');
  const [said = '', ...others] = (await read(made)) ?? [];
  assert.equal(others, []);
  assert.match(said, /^manifest\.json: .*plates-2026-1-screen\.pdf.* of another state of the manuscripts/);
  assert.match(said, /: since then manuscripts\/2026-1\/proofs\.md changed \[edition-current\]$/);
});

test('a manifest that is none, and one that leads elsewhere', async () => {
  const made = await copy();
  const path = join(made.folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.files[0].path = '../../manuscripts/journal.yaml';
  await writeFile(path, JSON.stringify(manifest));
  assert.match((await read(made))?.join('\n') ?? '', /journal\.yaml: The file is missing/);
  await writeFile(path, '{}');
  assert.equal(await read(made), ['manifest.json: The manifest cannot be read [edition-whole]']);
  await rm(path);
  assert.is(await read(made), undefined, 'an issue that was never built');
});

test.run();
