import type { Row } from './flow.ts';

/** The numbers from which the heights of columns are computed, for each row; px. */
export interface RowHeights {
  /**
   * The top of a column that begins with the row: the white above the row is dropped, but the padding of its box is
   * kept.
   */
  heads: number[];
  /** The bottom of a column that ends with the row. */
  feet: number[];
  /**
   * The row at which a column that begins with this one returns to the grid, and the distance by which what follows is
   * pushed down there.
   */
  pushAt: number[];
  push: number[];
}

/** The heights that rows have in columns on a grid of `grid` px; 0 for no grid. */
export function rowHeights(rows: readonly Row[], grid: number): RowHeights {
  const all: RowHeights = { heads: [], feet: [], pushAt: [], push: [] };
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as Row;
    const next = rows[i + 1];
    all.heads[i] = row.top - row.kept - row.head;
    all.feet[i] = row.bottom + row.tail;
    all.pushAt[i] = next ? (isSamePhase(row, next) ? (all.pushAt[i + 1] as number) : i + 1) : rows.length;
    all.push[i] = pushToGrid(row, grid);
  }
  return all;
}

/**
 * The distance by which a column that begins with a row must be pushed down, for the rows that it lifts to return to
 * the grid.
 */
function pushToGrid({ phase, kept, head }: Row, grid: number): number {
  if (grid === 0) return 0;
  const lift = (phase - kept - head) % grid;
  const down = lift < 0 ? lift + grid : lift;
  return down < 0.1 || down > grid - 0.1 ? 0 : down;
}

/** The height of a column from a row up to another, in px. */
export function columnHeight(all: RowHeights, from: number, to: number): number {
  if (to <= from) return 0;
  const height = (all.feet[to - 1] as number) - (all.heads[from] as number);
  return to > (all.pushAt[from] as number) ? height + (all.push[from] as number) : height;
}

/** True if two rows have the same distance from the grid. */
function isSamePhase(a: Row, b: Row): boolean {
  return Math.abs(a.phase - b.phase) < 0.1;
}
