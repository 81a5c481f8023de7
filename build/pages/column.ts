import type { Row } from './flow.ts';

/** What the heights of columns are reckoned from; for each row, px. */
export interface Rows {
  /** Head of a column that begins with the row: the white above it goes, what must stay above it stays. */
  heads: number[];
  /** Foot of a column that ends with the row. */
  feet: number[];
  /** The row before which a column that begins with the row comes back to the grid, and by how much what follows is pushed down there. */
  pushAt: number[];
  push: number[];
}

export function rowsOn(rows: readonly Row[], grid: number): Rows {
  const all: Rows = { heads: [], feet: [], pushAt: [], push: [] };
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as Row;
    const next = rows[i + 1];
    all.heads[i] = row.top - row.kept - row.head;
    all.feet[i] = row.bottom + row.tail;
    all.pushAt[i] = next ? (samePhase(row, next) ? (all.pushAt[i + 1] as number) : i + 1) : rows.length;
    all.push[i] = pushOf(row, grid);
  }
  return all;
}

/** How far a column that begins with a row must be pushed down, for the lifted rows to stand on the grid again. */
export function pushOf({ phase, kept, head }: Row, grid: number): number {
  if (grid === 0) return 0;
  const lift = (phase - kept - head) % grid;
  const down = lift < 0 ? lift + grid : lift;
  return down < 0.1 || down > grid - 0.1 ? 0 : down;
}

/** Height of a column from a row up to another, in px. */
export function heightOf(all: Rows, from: number, to: number): number {
  if (to <= from) return 0;
  const height = (all.feet[to - 1] as number) - (all.heads[from] as number);
  return to > (all.pushAt[from] as number) ? height + (all.push[from] as number) : height;
}

export function samePhase(a: Row, b: Row): boolean {
  return Math.abs(a.phase - b.phase) < 0.1;
}
