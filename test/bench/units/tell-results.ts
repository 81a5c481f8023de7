import { availableParallelism } from 'node:os';
import { aims, type Beside, type RowName, rowNames, rowTitles, verdict } from './aims.ts';
import { type Column, columns, type Programs, type Results } from './measure-all.ts';
import { middle } from './middle.ts';
import type { Run } from './run.ts';

interface Circumstances {
  count: number;
  rounds: number;
  programs: Programs;
  packed: boolean;
  before: string;
}

/** Prints the tables of one journal. */
export function tellResults(
  { runs, livesOn }: Results,
  { count, rounds, programs, packed, before }: Circumstances,
): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(
    `\n${count} articles; medians of ${rounds}; Node ${process.version}, ${availableParallelism()} cores; before is ${before}; ${packed ? 'now is the package as users have it' : 'both are run from their sources'}`,
  );
  if (!programs.typst) say('Typst: skipped. It wants npm install in test/bench/peers/, and pandoc.');
  if (!programs.pandoc) say('pandoc: skipped, it is not installed.');
  if (!programs.keeps) say('Nothing is kept from build to build: a changed word costs what a cold build costs.');

  const value = (row: RowName, column: Column, of: (run: Run) => number) =>
    middle((runs.get(row)?.get(column) ?? []).map(of));
  const cell = (value: number | undefined, row: RowName) =>
    (value === undefined
      ? '–'
      : row === 'memory'
        ? `${(value / 2 ** 20).toFixed(0)} MB`
        : `${(value / 1000).toFixed(2)} s`
    ).padStart(13);
  // What a row is measured by: where nothing is kept, every build is cold.
  const figure = (row: RowName, column: Column): number | undefined => {
    const peer = column.startsWith('typst') && row !== 'memory' && row !== 'epub' ? 'screen' : row;
    const cold = peer === 'changed' || peer === 'unchanged' ? 'all' : peer;
    const of = (run: Run) => (row === 'memory' ? run.memory : run.wall);
    return value(peer, column, of) ?? (column === 'now' && programs.keeps ? undefined : value(cold, column, of));
  };
  const measured = rowNames.filter((row) => columns.some((column) => figure(row, column) !== undefined));
  say(`${''.padEnd(34)}${columns.map((column) => shortened(column).padStart(13)).join('')}`);
  for (const row of measured)
    say(
      `${rowTitles[row].padEnd(34)}${columns.map((column) => cell(row === 'unchanged' && column.startsWith('typst') ? undefined : figure(row, column), row)).join('')}`,
    );
  for (const kind of ['markup', 'pdf'] as const)
    if (livesOn.length > 0)
      say(
        `Typst in a process that lives on, one word changed: ${kind} ${(middle(livesOn.map((one) => one[kind])) ?? 0).toFixed(0)} ms`,
      );

  const beside = (row: RowName, of: Beside) =>
    of === 'cold' ? figure('all', 'now') : figure(row === 'memory' ? 'memory' : row, of);
  say('');
  for (const aim of aims.filter(({ articles }) => articles === count)) {
    const line = verdict(aim, figure(aim.row, 'now'), beside(aim.row, aim.of));
    if (line) say(line);
  }
  say(`\nProcessor time: the browser’s, and that of Node and all others${' '.repeat(8)}before${' '.repeat(17)}now`);
  for (const row of rowNames.filter((row) => row !== 'memory' && runs.has(row)))
    say(
      `  ${rowTitles[row].padEnd(40)}${(['before', 'now'] as const)
        .map((column) =>
          ['browser', 'others']
            .map((who) =>
              cell(
                value(row, column, (run) => run[who as 'browser' | 'others']),
                row,
              ),
            )
            .join(''),
        )
        .join('')}`,
    );
  for (const row of ['screen', 'all'] as const)
    for (const column of ['before', 'now'] as const) tellStages(row, column);

  function tellStages(row: RowName, column: Column): void {
    const all = [...(runs.get(row)?.get(column) ?? [])].sort((a, b) => a.wall - b.wall);
    const run = all[Math.floor(all.length / 2)];
    if (!run || run.stages.length === 0) return;
    say(`\n${rowTitles[row]}, ${column}: stages of the build in the middle, ms`);
    say(`  ${''.padEnd(34)}${['wall', 'Node', 'browser'].map((one) => one.padStart(9)).join('')}`);
    const stages = [{ name: 'Starting', wall: 0, browser: 0, others: 0 }, ...run.stages];
    stages.forEach((stage, i) => {
      const next = stages[i + 1] ?? run;
      const spent = (['wall', 'others', 'browser'] as const).map((what) => next[what] - stage[what]);
      say(`  ${stage.name.padEnd(34)}${spent.map((ms) => ms.toFixed(0).padStart(9)).join('')}`);
    });
  }
}

function shortened(column: Column): string {
  return column === 'typst, markup ready' ? 'its PDF alone' : column;
}
