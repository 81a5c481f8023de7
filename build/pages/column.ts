import type { Row } from './flow.ts';

/** What a column’s height is reckoned from. */
export interface Rows {
  rows: readonly Row[];
  /** For each row, the next one that stands at another phase of the grid; the number of rows where there is none. */
  nextPhase: readonly number[];
  grid: number;
}

export function rowsOn(rows: readonly Row[], grid: number): Rows {
  const nextPhase = new Array<number>(rows.length).fill(rows.length);
  for (let i = rows.length - 2; i >= 0; i--) {
    const here = rows[i];
    const next = rows[i + 1];
    nextPhase[i] = here && next && samePhase(here, next) ? (nextPhase[i + 1] ?? rows.length) : i + 1;
  }
  return { rows, nextPhase, grid };
}

/**
 * Height of a column from a row up to another, in px. The white above the first row goes; where that lifts the column off the grid, `push` is added
 * when it comes back to it.
 */
export function heightOf(all: Rows, from: number, to: number): number {
  const first = all.rows[from];
  const last = all.rows[to - 1];
  if (!first || !last || to <= from) return 0;
  return last.bottom + last.tail - first.top + first.kept + first.head + (to > pushAt(all, from) ? push(all, from) : 0);
}

/** The row before which a column that begins with `from` comes back to the grid. */
export function pushAt({ nextPhase, rows }: Rows, from: number): number {
  return nextPhase[from] ?? rows.length;
}

/** By how much, in px. */
export function push(all: Rows, from: number): number {
  const first = all.rows[from];
  if (!first || all.grid === 0) return 0;
  const lift = (first.phase - first.kept - first.head) % all.grid;
  const down = lift < 0 ? lift + all.grid : lift;
  return down < 0.1 || down > all.grid - 0.1 ? 0 : down;
}

export function samePhase(a: Row, b: Row): boolean {
  return Math.abs(a.phase - b.phase) < 0.1;
}
