/** What is measured; `memory` is the peak of a build of all editions. */
export const rowNames = ['screen', 'all', 'changed', 'unchanged', 'epub', 'memory'] as const;
export type RowName = (typeof rowNames)[number];

export const rowTitles: Record<RowName, string> = {
  screen: 'cold, screen PDF',
  all: 'cold, all editions',
  changed: 'one word changed, all editions',
  unchanged: 'nothing changed, all editions',
  epub: 'EPUB alone',
  memory: 'peak memory, all editions',
};

/** The programs beside which a build stands; `cold` is the build of all editions without anything kept. */
export type Beside = 'typst' | 'pandoc' | 'before' | 'cold';

/** A share of another program’s time or memory that a build is to take at most. */
export interface Aim {
  row: RowName;
  articles: number;
  most: number;
  of: Beside;
}

export const aims: readonly Aim[] = [
  { row: 'screen', articles: 9, most: 2.0, of: 'typst' },
  { row: 'screen', articles: 9, most: 0.55, of: 'before' },
  { row: 'all', articles: 9, most: 3.0, of: 'typst' },
  { row: 'screen', articles: 90, most: 1.6, of: 'typst' },
  { row: 'screen', articles: 90, most: 1.2, of: 'typst' },
  { row: 'screen', articles: 90, most: 0.55, of: 'before' },
  { row: 'changed', articles: 9, most: 0.6, of: 'typst' },
  { row: 'changed', articles: 90, most: 0.25, of: 'typst' },
  { row: 'unchanged', articles: 90, most: 0.05, of: 'cold' },
  { row: 'epub', articles: 9, most: 2, of: 'pandoc' },
  { row: 'epub', articles: 90, most: 0.9, of: 'pandoc' },
  { row: 'memory', articles: 90, most: 0.5, of: 'before' },
];

/** A line that says whether an aim is met; undefined where one of the two was not measured. */
export function verdict(
  { row, articles, most, of }: Aim,
  now: number | undefined,
  other: number | undefined,
): string | undefined {
  if (now === undefined || !other) return undefined;
  const ratio = now / other;
  const met = ratio <= most ? 'met   ' : 'missed';
  return `${met}  ${articles} articles, ${rowTitles[row]}: ${ratio.toFixed(2)} × ${of}, the aim is at most ${most}`;
}
