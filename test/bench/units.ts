import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { offprintRoot } from '../../build/disk/repository.ts';
import { checkOut, removeCheckout } from './older-commit.ts';
import { typstInstalled } from './peers/typst/compiler.ts';
import { rowNames } from './units/aims.ts';
import { measureAll, type Programs, warmUp } from './units/measure-all.ts';
import { pack } from './units/pack.ts';
import { type Measured, predicted } from './units/predict.ts';
import { knowsOption, pandocInstalled } from './units/programs.ts';
import { middleRun, tellResults } from './units/tell-results.ts';
import { makeTrialJournal } from './units/trial-journal.ts';

/*
 * What a build costs where an article is the unit of layout: cold, after a change in one article, and without one; for nine and ninety articles; beside Typst,
 * Pandoc and an older commit of Offprint. Each build is a process of its own; the programs run in turns. A word is how often, five without it.
 */

const allRows = [...rowNames, 'jobs'] as const;
const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    root: { type: 'string', default: offprintRoot },
    articles: { type: 'string', default: '9,90' },
    rows: { type: 'string', default: allRows.join() },
    before: { type: 'string', default: '53470f6' },
    // A folder with that commit, which is kept; without it, the commit is checked out for the run.
    older: { type: 'string' },
    // The newer one as the package has it; both run from their sources without it.
    packed: { type: 'boolean', default: false },
  },
});
const rounds = Number(positionals[0] ?? 5);
const rows = values.rows.split(',') as (typeof allRows)[number][];
const articles = values.articles.split(',').map(Number);
if (!(rounds > 0) || rows.some((row) => !allRows.includes(row)) || articles.some((count) => !(count > 0))) {
  process.stderr.write(
    `npm run bench -- units [ROUNDS] [--root JOURNAL] [--articles 9,90] [--rows ${allRows.join()}] [--before COMMIT] [--older FOLDER] [--packed]\n`,
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
    keeps: knowsOption(offprintRoot, '--cache'),
    hasJobs: knowsOption(offprintRoot, '--jobs'),
    typst: typstInstalled() && pandocInstalled(),
    pandoc: pandocInstalled(),
  };
  if (values.packed) {
    programs.now = join(work, 'packed');
    pack(offprintRoot, programs.now);
  }
  await warmUp(programs, await makeTrialJournal(resolve(values.root), 1, join(work, 'journal')), work);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`Medians of ${rounds}; Node ${process.version}, ${availableParallelism()} cores; before is ${values.before}`);
  say(
    values.packed
      ? 'Now is the package as users have it; before is run from its sources.'
      : 'Both are run from their sources.',
  );
  if (!programs.typst) say('Typst: skipped. It wants npm install in test/bench/peers/, and pandoc.');
  if (!programs.pandoc) say('pandoc: skipped, it is not installed.');
  if (!programs.keeps) say('Nothing is kept from build to build: a changed word costs what a cold build costs.');
  const measured: (Measured & { wall: number })[] = [];
  for (const count of articles) {
    const folder = join(work, `x${count}`);
    await mkdir(folder);
    const journal = await makeTrialJournal(resolve(values.root), count, join(folder, 'journal'));
    const results = await measureAll(programs, journal, rows, rounds, folder);
    tellResults(results, count, programs.keeps);
    const run = middleRun(results, 'screen', 'now');
    if (run) measured.push({ count, stages: run.stages, wall: run.wall });
    await rm(folder, { recursive: true, force: true });
  }
  const [small, large] = measured;
  if (small && large) {
    say('\nCold, screen PDF, predicted from what the stages of both took, in s');
    say(`  ${'cores'.padEnd(14)}${[1, 2, 4, 8, 16, 32, 64].map((cores) => String(cores).padStart(8)).join('')}`);
    for (const { count, wall } of [small, large]) {
      const times = [1, 2, 4, 8, 16, 32, 64].map((cores) => predicted(small, large, count, cores) / 1000);
      const cells = times.map((time) => time.toFixed(1).padStart(8)).join('');
      say(`  ${`${count} articles`.padEnd(14)}${cells}   measured ${(wall / 1000).toFixed(1)}`);
    }
  }
} finally {
  if (!values.older && existsSync(older)) removeCheckout(older);
  await rm(work, { recursive: true, force: true });
}
