import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowName } from './aims.ts';
import { type Command, offprintBuild, pandocEpub, typstPdf } from './programs.ts';
import { type Run, run } from './run.ts';
import { changeWord, type TrialJournal } from './trial-journal.ts';

/** The programs that are compared: the folders of two Offprints, and which peers there are. */
export interface Programs {
  before: string;
  now: string;
  /** True if the newer Offprint keeps results of earlier builds, and if it can be told how many articles it sets at once. */
  keeps: boolean;
  hasJobs: boolean;
  typst: boolean;
  pandoc: boolean;
}

export const columns = ['typst', 'typst, markup ready', 'pandoc', 'before', 'now'] as const;
export type Column = (typeof columns)[number];

/** The runs of each program for each row, in the order in which they ran; and Typst’s times of a process that lives on. */
export interface Results {
  runs: Map<RowName, Map<Column, Run[]>>;
  livesOn: { markup: number; pdf: number }[];
  /** Times with other numbers of articles at once, and a hash of the PDF. */
  jobs: { jobs: number; times: number[]; hash: string }[];
}

/** Runs everything that rows ask for, so many rounds, with the programs in turns. `work` is a folder for what they make. */
export async function measureAll(
  programs: Programs,
  journal: TrialJournal,
  rows: readonly (RowName | 'jobs')[],
  rounds: number,
  work: string,
): Promise<Results> {
  const results: Results = { runs: new Map(), livesOn: [], jobs: [] };
  const [out, cold, warm] = ['out', 'cold', 'warm'].map((name) => join(work, name)) as [string, string, string];
  const wants = (...some: (RowName | 'jobs')[]) => some.some((row) => rows.includes(row));
  const take = async (row: RowName, column: Column, command: Command, memory = false) => {
    const one = await run(...command, { memory });
    process.stderr.write(`  ${row}, ${column}: ${(one.wall / 1000).toFixed(2)} s\n`);
    const ofRow = results.runs.get(row) ?? new Map<Column, Run[]>();
    results.runs.set(row, ofRow.set(column, [...(ofRow.get(column) ?? []), one]));
  };
  const build = async (row: RowName, name: 'before' | 'now', only?: string, memory = false) => {
    await rm(out, { recursive: true, force: true });
    await rm(cold, { recursive: true, force: true });
    const cache = name === 'now' && programs.keeps ? cold : undefined;
    await take(row, name, offprintBuild(programs[name], journal, out, { ...(only ? { only } : {}), cache }), memory);
  };
  const again = (row: RowName) =>
    take(row, 'now', offprintBuild(programs.now, journal, `${out}-warm`, { cache: warm }));

  if (wants('changed', 'unchanged') && programs.keeps)
    await run(...offprintBuild(programs.now, journal, `${out}-warm`, { cache: warm }));
  for (let round = 0; round < rounds; round++) {
    if (programs.typst && wants('screen', 'all', 'changed')) {
      await take('screen', 'typst', typstPdf(journal, work));
      await take('screen', 'typst, markup ready', typstPdf(journal, work, '--ready'));
    }
    if (wants('screen')) for (const name of ['before', 'now'] as const) await build('screen', name, 'screen');
    if (wants('all', 'changed', 'unchanged')) for (const name of ['before', 'now'] as const) await build('all', name);
    if (wants('epub')) {
      if (programs.pandoc) await take('epub', 'pandoc', pandocEpub(journal, work));
      for (const name of ['before', 'now'] as const) await build('epub', name, 'epub');
    }
    if (!programs.keeps || !wants('changed', 'unchanged')) continue;
    await changeWord(journal, round);
    await again('changed');
    await again('unchanged');
  }
  if (wants('memory')) {
    if (programs.typst) await take('memory', 'typst', typstPdf(journal, work, '--ready'), true);
    for (const name of ['before', 'now'] as const) await build('memory', name, undefined, true);
  }
  if (programs.hasJobs && wants('jobs')) results.jobs = await byJobs(programs.now, journal, work, rounds);
  if (programs.typst && wants('changed')) results.livesOn = await typstLivesOn(journal, work, rounds);
  return results;
}

/** Builds a small journal with both Offprints, which compiles their code and unpacks the browser. */
export async function warmUp({ before, now, keeps }: Programs, journal: TrialJournal, work: string): Promise<void> {
  for (const [name, checkout] of Object.entries({ before, now })) {
    const cache = name === 'now' && keeps ? join(work, 'cache') : undefined;
    await run(...offprintBuild(checkout, journal, join(work, 'out'), { cache }));
  }
}

/** Builds the screen PDF with several numbers of articles at once. */
async function byJobs(now: string, journal: TrialJournal, work: string, rounds: number): Promise<Results['jobs']> {
  const results = [1, 2, 4, 8].map((jobs) => ({ jobs, times: [] as number[], hash: '' }));
  const out = join(work, 'jobs');
  for (let round = 0; round < rounds; round++)
    for (const one of results) {
      await rm(out, { recursive: true, force: true });
      const [program, args] = offprintBuild(now, journal, out, { only: 'screen' });
      one.times.push((await run(program, [...args, '--no-cache', '--jobs', String(one.jobs)])).wall);
      const folder = join(out, journal.issue);
      const pdf = (await readdir(folder)).find((name) => name.endsWith('-screen.pdf')) ?? '';
      one.hash = createHash('sha256')
        .update(await readFile(join(folder, pdf)))
        .digest('hex');
    }
  return results;
}

/** What Typst takes for a changed word in a process that lives on. */
export async function typstLivesOn(journal: TrialJournal, work: string, rounds: number): Promise<Results['livesOn']> {
  const [program, args] = typstPdf(journal, work, '--ready', '--again', String(rounds));
  const { output } = await run(program, args);
  return (JSON.parse(output) as { again: Results['livesOn'] }).again;
}
