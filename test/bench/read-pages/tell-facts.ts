import type { PageFacts } from './page-facts.ts';

/** The rows of the table: what is told of pages, and how it is counted. */
const rows: readonly [name: string, of: (facts: PageFacts) => string][] = [
  ['pages of articles', ({ pages }) => String(pages)],
  ['white above notes: median, 95th, most (pt)', ({ whites }) => spread(whites, 1)],
  [
    '… in lines of the text',
    ({ whites, leading }) =>
      spread(
        whites.map((white) => white / leading),
        2,
      ),
  ],
  ['words divided over columns, pages, leaves', (f) => `${f.overColumns}, ${f.overPages}, ${f.overLeaves}`],
  ['stubs as last lines; in notes', ({ stubs, stubsOfNotes }) => `${stubs.length}; ${stubsOfNotes.length}`],
  ['lines that end in a hyphen', ({ hyphens }) => percent(hyphens)],
  ['most hyphens in a row', ({ hyphensInRow }) => String(hyphensInRow)],
  ['uneven feet of text: pages, most (pt)', ({ uneven }) => withMost(uneven)],
  ['notes; divided over columns, pages', (f) => `${f.notes}; ${f.notesOverColumns}, ${f.notesOverPages}`],
  [
    'last pages under five lines, of articles',
    (f) => `${f.lastPages.filter((n) => n < 5).length}, ${f.lastPages.length}`,
  ],
  ['full lines', ({ gaps }) => String(gaps.length)],
  ['gaps: mean, sd (em)', ({ gaps }) => `${mean(gaps).toFixed(3)}, ${deviation(gaps).toFixed(3)}`],
  ['… 95th, most', ({ gaps }) => `${share(gaps, 0.95).toFixed(2)}, ${share(gaps, 1).toFixed(2)}`],
  [
    'lines with gaps over half an em',
    ({ gaps }) => percent(gaps.filter((gap) => gap > 0.5).length / (gaps.length || 1)),
  ],
];

/** The facts of several PDFs as a table, a column for each. */
export function tellFacts(all: readonly { name: string; facts: PageFacts }[]): string {
  const width = 22;
  const line = (name: string, values: readonly string[]) =>
    `  ${name.padEnd(44)}${values.map((value) => value.padStart(width)).join('')}\n`;
  return (
    line(
      '',
      all.map(({ name }) => name),
    ) +
    rows
      .map(([name, of]) =>
        line(
          name,
          all.map(({ facts }) => of(facts)),
        ),
      )
      .join('')
  );
}

/** The value below which a share of values lies; NaN of none. */
export function share(values: readonly number[], of: number): number {
  return [...values].sort((a, b) => a - b)[Math.round(of * (values.length - 1))] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function spread(values: readonly number[], digits: number): string {
  if (values.length === 0) return 'none';
  return [0.5, 0.95, 1].map((of) => share(values, of).toFixed(digits)).join(', ');
}

function withMost(values: readonly number[]): string {
  return values.length === 0 ? '0' : `${values.length}, ${Math.max(...values).toFixed(1)}`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
