import { aims, type Beside, type RowName, rowNames, rowTitles, verdict } from './aims.ts';
import { type Column, columns, type Results } from './measure-all.ts';
import { middle } from './middle.ts';
import type { Run } from './run.ts';

/** Prints the tables of a journal with so many articles. `keeps` is true if the newer Offprint keeps results. */
export function tellResults(results: Results, count: number, keeps: boolean): void {
  const figure = (row: RowName, column: Column) => figureOf(results, row, column, keeps);
  const line = (title: string, cells: (row: RowName, column: Column) => string, row: RowName) =>
    say(`${title.padEnd(34)}${columns.map((column) => cells(row, column).padStart(18)).join('')}`);
  say(`\n${count} articles, by the clock${''.padEnd(34 - `${count} articles, by the clock`.length)}${heads()}`);
  for (const row of rowNames.filter((row) => figure(row, 'now') !== undefined))
    line(rowTitles[row], (row, column) => shown(figure(row, column), row), row);
  const { livesOn } = results;
  if (livesOn.length > 0) {
    const [markup, pdf] = (['markup', 'pdf'] as const).map((one) => shown(middle(livesOn.map((time) => time[one]))));
    say(`Typst in a process that lives on, one word changed: markup ${markup}, PDF ${pdf}`);
  }

  say('');
  const beside = (row: RowName, of: Beside) => (of === 'cold' ? figure('all', 'now') : figure(row, of));
  for (const aim of aims.filter(({ articles }) => articles === count)) {
    const said = verdict(aim, figure(aim.row, 'now'), beside(aim.row, aim.of));
    if (said) say(said);
  }

  say('\nProcessor time of all: Node and the browser');
  for (const row of rowNames.filter((row) => row !== 'memory' && results.runs.has(row)))
    line(
      `  ${rowTitles[row]}`,
      (row, column) => {
        const runs = results.runs.get(row)?.get(column) ?? [];
        const [node, browser] = [
          middle(runs.map(({ main, others }) => main + others)),
          middle(runs.map((one) => one.browser)),
        ];
        return node === undefined ? '–' : browser ? `${shown(node)} + ${shown(browser)}` : shown(node);
      },
      row,
    );
  for (const row of ['screen', 'all', 'changed'] as const) tellStages(results, row);
  tellJobs(results);
}

/** The run that took the time in the middle. */
export function middleRun({ runs }: Results, row: RowName, column: Column): Run | undefined {
  const all = [...(runs.get(row)?.get(column) ?? [])].sort((a, b) => a.wall - b.wall);
  return all[Math.floor(all.length / 2)];
}

/**
 * The median of a program for a row, in ms or bytes. Peers make the same PDF for every row; where nothing is kept, every
 * build is cold.
 */
function figureOf({ runs }: Results, row: RowName, column: Column, keeps: boolean): number | undefined {
  const of = (row: RowName) =>
    middle((runs.get(row)?.get(column) ?? []).map(({ wall, memory }) => (row === 'memory' ? memory : wall)));
  if (row === 'memory' || row === 'epub') return of(row);
  if (column.startsWith('typst')) return of('screen');
  const isAgain = row === 'changed' || row === 'unchanged';
  return of(row) ?? (isAgain && !(column === 'now' && keeps) ? of('all') : undefined);
}

function tellStages(results: Results, row: RowName): void {
  for (const column of ['before', 'now'] as const) {
    const run = middleRun(results, row, column);
    if (!run) continue;
    say(`\n${`${rowTitles[row]}, ${column}: ms`.padEnd(48)}   wall   main thread   its others   browser`);
    for (const { name, wall, main, others, browser } of [...run.stages, { ...run, name: 'in all' }])
      say(
        `  ${name.padEnd(43)}${[wall, main, others, browser].map((ms, i) => ms.toFixed(0).padStart([9, 14, 13, 10][i] ?? 0)).join('')}`,
      );
  }
}

function tellJobs({ jobs }: Results): void {
  if (jobs.length === 0) return;
  say('\nCold, screen PDF, by --jobs');
  const [first] = jobs;
  for (const { jobs: count, times, hash } of jobs)
    say(
      `  ${String(count).padStart(2)}  ${shown(middle(times))}  ${hash === first?.hash ? 'the same bytes' : 'OTHER BYTES than the first'}`,
    );
}

function heads(): string {
  return columns.map((column) => (column === 'typst, markup ready' ? 'its PDF alone' : column).padStart(18)).join('');
}

function shown(value: number | undefined, row?: RowName): string {
  if (value === undefined) return '–';
  if (row === 'memory') return `${(value / 2 ** 20).toFixed(0)} MB`;
  return `${(value / 1000).toFixed(2)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
