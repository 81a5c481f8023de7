import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { offprintRoot } from '../../build/disk/repository.ts';
import { checkOut, removeCheckout } from './older-commit.ts';
import { typstInstalled } from './peers/typst/compiler.ts';
import { type RowName, rowNames } from './units/aims.ts';
import { measureAll, type Programs, warmUp } from './units/measure-all.ts';
import { pack } from './units/pack.ts';
import { keepsResults, pandocInstalled } from './units/programs.ts';
import { tellResults } from './units/tell-results.ts';
import { makeTrialJournal } from './units/trial-journal.ts';

/*
 * What a build costs where an article is the unit of layout: cold, after a change in one article, and without one; for nine and ninety articles; beside Typst,
 * Pandoc and an older commit of Offprint. Each build is a process of its own; the programs run in turns. A word is how often, five without it.
 */

const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    root: { type: 'string', default: offprintRoot },
    articles: { type: 'string', default: '9,90' },
    rows: { type: 'string', default: rowNames.join() },
    before: { type: 'string', default: '53470f6' },
    // A folder with that commit, which is kept; without it, the commit is checked out for the run.
    older: { type: 'string' },
    // The newer one as the package has it; both run from their sources without it.
    packed: { type: 'boolean', default: false },
  },
});
const rounds = Number(positionals[0] ?? 5);
const rows = values.rows.split(',') as RowName[];
const articles = values.articles.split(',').map(Number);
if (!(rounds > 0) || rows.some((row) => !rowNames.includes(row)) || articles.some((count) => !(count > 0))) {
  process.stderr.write(
    `npm run bench -- units [ROUNDS] [--root JOURNAL] [--articles 9,90] [--rows ${rowNames.join()}] [--before COMMIT] [--older FOLDER] [--packed]\n`,
  );
  process.exit(2);
}

const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const older = resolve(values.older ?? join(work, 'older'));
try {
  if (!existsSync(older)) checkOut(values.before, older);
  const programs: Programs = {
    before: older,
    now: offprintRoot,
    keeps: keepsResults(offprintRoot),
    typst: typstInstalled() && pandocInstalled(),
    pandoc: pandocInstalled(),
  };
  if (values.packed) {
    programs.now = join(work, 'packed');
    pack(offprintRoot, programs.now);
  }
  await warmUp(programs, await makeTrialJournal(resolve(values.root), 1, join(work, 'journal')), work);
  for (const count of articles) {
    const folder = join(work, `x${count}`);
    await mkdir(folder);
    const journal = await makeTrialJournal(resolve(values.root), count, join(folder, 'journal'));
    const results = await measureAll(programs, journal, rows, rounds, folder);
    tellResults(results, { count, rounds, programs, packed: values.packed, before: values.before });
  }
} finally {
  if (!values.older && existsSync(older)) removeCheckout(older);
  await rm(work, { recursive: true, force: true });
}
