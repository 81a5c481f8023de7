import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareEditions } from '../../build/compare/compare.ts';
import { builtEdition, type ComparedEdition } from '../../build/compare/edition.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import { changeWord, makeTrialJournal, type TrialJournal } from './units/trial-journal.ts';

/*
 * What a comparison of two builds costs, beside the cold build of one and beside a comparison of the same PDFs page by
 * page as pictures (pdftoppm and ImageMagick’s compare). The builds differ in a word. `--articles 90` is the large one.
 */

const { values } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    root: { type: 'string', default: offprintRoot },
    articles: { type: 'string', default: '3' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const offprint = join(offprintRoot, 'build/offprint.mjs');

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`;

try {
  const journal = await makeTrialJournal(resolve(values.root), Number(values.articles), join(work, 'journal'));
  const { root, issue } = journal;
  const before = await timed(() => built(journal, 'before'));
  await changeWord(journal, 1);
  const after = await timed(() => built(journal, 'after'));
  const compared = await timed(() => compareEditions(before.value, after.value));
  const command = await timed(async () =>
    execFileSync(
      process.execPath,
      [offprint, 'compare', `before/${issue}`, `after/${issue}`, '--root', root, '--quiet', '--json'],
      {
        cwd: work,
        maxBuffer: 1e9,
      },
    ),
  );
  const pictures = await timed(() => byPictures(before.value, after.value));
  const told = compared.value.changes.filter(({ kind }) => kind !== 'moved').length;
  say(`${values.articles} articles, ${compared.value.pages?.counts[1]} pages; ${told} change told`);
  const share = (ms: number, of: number) => (ms / of).toFixed(3);
  say(`  cold build (e-book and screen PDF)  ${seconds(before.ms)}`);
  say(`  comparison in this process          ${seconds(compared.ms)}`);
  say(`  offprint compare, as a command      ${seconds(command.ms)}  ${share(command.ms, before.ms)} of the build`);
  say(`  pdftoppm and compare, page by page  ${seconds(pictures.ms)}  ${share(command.ms, pictures.ms)} of it is ours`);
} finally {
  await rm(work, { recursive: true, force: true });
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}

async function built({ root, issue }: TrialJournal, out: string): Promise<ComparedEdition> {
  const args = [offprint, 'build', issue, '--root', root, '--out', join(work, out), '--only', 'epub,screen', '--quiet'];
  execFileSync(process.execPath, [...args, '--no-cache'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const edition = await builtEdition(out, join(work, out, issue));
  if (!edition) throw new Error(`Nothing was built in ${out}`);
  return edition;
}

/** Compares two PDFs page by page as pictures, at 72 dpi: the least that shows a letter. */
async function byPictures(one: ComparedEdition, other: ComparedEdition): Promise<number> {
  for (const [name, { pdf = '' }] of Object.entries({ a: one, b: other }))
    execFileSync('pdftoppm', ['-r', '72', '-gray', pdf, join(work, name)]);
  const names = (await readdir(work)).filter((file) => /^a-\d+\.pgm$/.test(file));
  let differing = 0;
  for (const name of names)
    try {
      execFileSync('compare', ['-metric', 'AE', join(work, name), join(work, name.replace('a-', 'b-')), 'null:'], {
        stdio: 'ignore',
      });
    } catch {
      differing++;
    }
  return differing;
}
