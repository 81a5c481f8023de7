import type { MovedRows, PagePlan, Row } from './flow.ts';
import { movedBy } from './with-change.ts';

/**
 * The numbers from which the heights of columns are computed, for each row; px. In typed arrays, because the search for
 * pages reads them all the time: whatever numbers a flow has, its code need not be compiled again.
 */
export interface RowHeights {
  /**
   * The top of a column that begins with the row: the white above the row is dropped, but the padding of its box is
   * kept.
   */
  heads: Float64Array;
  /** The bottom of a column that ends with the row. */
  feet: Float64Array;
  /**
   * The row at which a column that begins with this one returns to the grid, and the distance by which what follows is
   * pushed down there.
   */
  pushAt: Int32Array;
  push: Float64Array;
  /** The first of the rows up to this one that stand on the grid together: what a foot off the grid is pushed at. */
  runs: Int32Array;
  /**
   * The row up to which a column that begins with the row has a place for a line of white unseen, and the row above
   * which it is: half of it goes above and half below a list, code, figure or the like, or all of it above a heading,
   * for which both rows are the same.
   */
  givesAt: Int32Array;
  givesAbove: Int32Array;
  /** The row above which all of a line of white goes in a column that begins with a display: the first below that. */
  givesBelow: Int32Array;
  /** The distance of the grid’s lines; 0 for no grid. */
  grid: number;
}

/**
 * The heights that rows have in columns on a grid of `grid` px; 0 for no grid. `moved` are the rows that are not where
 * they say.
 */
export function rowHeights(rows: readonly Row[], grid: number, moved: readonly MovedRows[] = []): RowHeights {
  const count = rows.length;
  const all: RowHeights = {
    heads: new Float64Array(count),
    feet: new Float64Array(count),
    pushAt: new Int32Array(count),
    push: new Float64Array(count),
    runs: new Int32Array(count),
    givesAt: new Int32Array(count),
    givesAbove: new Int32Array(count),
    givesBelow: new Int32Array(count),
    grid,
  };
  for (let i = 0; i < rows.length; i++) {
    const above = rows[i - 1];
    const row = rows[i] as Row;
    // A block moves as a whole, and with what must stay above it: a heading, a caption. A table may begin on the grid and
    // leave it below.
    const together =
      above && (row.line > 0 || row.part === 'later' || (isSamePhase(above, row) && row.kind !== 'table'));
    all.runs[i] = together ? (all.runs[i - 1] as number) : firstHeldAbove(rows, i);
  }
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as Row;
    const lower = movedBy(row.block, moved);
    all.heads[i] = row.top + lower - row.kept - row.head;
    all.feet[i] = row.bottom + lower + row.tail;
    let next = i + 1;
    while (next < rows.length && isHeld(rows[next] as Row) && !isSamePhase(row, rows[next] as Row)) next++;
    all.pushAt[i] = next < rows.length && isSamePhase(row, rows[next] as Row) ? (all.pushAt[next] as number) : next;
    all.push[i] = pushToGrid(row, grid);
  }
  findGives(rows, all);
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

/**
 * The height of a column from a row up to another, in px. At its foot it stands on the grid, unless the text ends
 * there: where that parts a list, code or a table, the white above it grows by the {@link footPush}.
 */
export function columnHeight(all: RowHeights, from: number, to: number): number {
  return to <= from ? 0 : looseHeight(all, from, to) + footPush(all, from, to);
}

/**
 * The distance by which the last rows of a column, those from `runs[to - 1]` on, are pushed down to end on the grid; 0
 * if nothing stands above them, for then they begin there.
 */
export function footPush(all: RowHeights, from: number, to: number): number {
  if (all.grid === 0 || to === all.feet.length || (all.runs[to - 1] as number) <= from) return 0;
  const over = looseHeight(all, from, to) % all.grid;
  return over < 0.5 || over > all.grid - 0.5 ? 0 : all.grid - over;
}

/** The height of a column whose foot may stand off the grid. */
function looseHeight(all: RowHeights, from: number, to: number): number {
  const height = (all.feet[to - 1] as number) - (all.heads[from] as number);
  return to > (all.pushAt[from] as number) ? height + (all.push[from] as number) : height;
}

/** Finds the places for a line of white that columns have. */
function findGives(rows: readonly Row[], all: RowHeights): void {
  let [at, above] = [rows.length, 0];
  for (let i = rows.length - 1; i >= 0; i--) {
    const next = all.grid === 0 ? rows.length : belowGive(rows, i + 1);
    // Of two that a column may have, the one that it has first.
    if (next < at) [at, above] = [next, i + 1];
    all.givesAt[i] = at;
    all.givesAbove[i] = above;
    all.givesBelow[i] = all.grid > 0 && rows[i]?.part === 'first' ? endOfDisplay(rows, i) : rows.length;
  }
}

/** The first row below what takes a line of white and begins with a row; the number of rows if none begins there. */
function belowGive(rows: readonly Row[], at: number): number {
  const [above, row] = [rows[at - 1], rows[at]];
  if (!above || !row || above.kind === 'heading' || isHeld(row)) return rows.length;
  if (row.kind === 'heading') return at;
  return interrupts(row) && !interrupts(above) ? endOfDisplay(rows, at) : rows.length;
}

/** The first row of the text below what interrupts it from a row on. */
function endOfDisplay(rows: readonly Row[], from: number): number {
  let below = from + 1;
  while (below < rows.length && (interrupts(rows[below] as Row) || isHeld(rows[below] as Row))) below++;
  return below;
}

/** True if a row stands apart from the text by white above and below: it is off the grid, or no text. */
function interrupts({ kind, phase, part }: Row): boolean {
  return (
    part !== undefined || phase > 0.1 || kind === 'table' || kind === 'picture' || kind === 'quote' || kind === 'box'
  );
}

/** At most this number of lines is taken by whites of one column, and of one place that has white on both sides. */
const mostGiven = 3;
const mostGivenAtPlace = 2;

/**
 * The number of lines that a column which is `left` px short takes as white where it is not seen. None at the end of
 * the text, where it may be as short as it is.
 */
export function linesGiven(all: RowHeights, from: number, to: number, left: number): number {
  if (left < all.grid * 0.95 || to <= from || to >= all.feet.length) return 0;
  return Math.min(Math.floor(left / all.grid + 0.05), countGives(all, from, to));
}

/** The number of lines, of those that are `short`, that all columns of a page may take as white at most. */
export function mostLinesGiven(all: RowHeights, from: number, to: number, short: number, columns: number): number {
  if (to <= Math.min(all.givesAt[from] ?? to, all.givesBelow[from] ?? to)) return 0;
  return Math.min(Math.floor(short + 0.05), mostGiven * columns);
}

/** The number of lines of white that a column has places for, as far as they may be taken. */
function countGives({ givesAt, givesAbove, givesBelow }: RowHeights, from: number, to: number): number {
  let count = 0;
  let twoSided = 0;
  for (let at = from; count < mostGiven && to > (givesAt[at] ?? to); at = givesAt[at] as number) {
    if ((givesAbove[at] as number) < (givesAt[at] as number)) twoSided++;
    count++;
  }
  if (to > (givesBelow[from] ?? to)) count++;
  return Math.min(mostGiven, count + twoSided * (mostGivenAtPlace - 1));
}

/** The rows above and below the places for lines of white in a column, in the order in which it takes them. */
function givesIn({ givesAt, givesAbove, givesBelow }: RowHeights, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; found.length < mostGiven && to > (givesAt[at] ?? to); at = givesAt[at] as number)
    found.push([givesAbove[at] as number, givesAt[at] as number]);
  const below = givesBelow[from] ?? to;
  if (to > below) found.push([below, below]);
  const twoSided = found.filter(([above, below]) => above < below);
  for (let more = 1; more < mostGivenAtPlace; more++) found.push(...twoSided);
  return found;
}

/** A column of a page in the room that it has. */
type PlannedColumn = PagePlan['columns'][number];

/**
 * The distances by which the rows of a column are pushed down: from each row on, px. A column that begins off the grid
 * returns to it, one that would end off it does not, and one that takes lines of white has them.
 */
export function pushesOf(all: RowHeights, { from, to, given = 0 }: PlannedColumn): { row: number; by: number }[] {
  if (to <= from) return [];
  const pushes = [
    { row: all.pushAt[from] as number, by: all.push[from] as number },
    { row: all.runs[to - 1] as number, by: footPush(all, from, to) },
  ];
  const half = { by: all.grid / 2 };
  for (const [above, below] of given > 0 ? givesIn(all, from, to).slice(0, given) : [])
    pushes.push({ row: above, ...half }, { row: below, ...half });
  return pushes.filter(({ by }) => by > 0);
}

/** The height of a column with the lines of white that it takes; px. */
export function heightIn(all: RowHeights, { from, to, given = 0 }: PlannedColumn): number {
  return columnHeight(all, from, to) + given * all.grid;
}

/** The first of the rows above a row that it must not be parted from; the row itself if there is none. */
function firstHeldAbove(rows: readonly Row[], at: number): number {
  let first = at;
  while (first > 0 && (isHeld(rows[first] as Row) || rows[first - 1]?.kind === 'heading')) first--;
  return first;
}

/** True if no white comes between a row and the one above it. A display has some above it, wherever it stands. */
function isHeld({ line, before, part }: Row): boolean {
  return line > 0 || part === 'later' || (before === 'avoid' && part !== 'first');
}

/** True if two rows have the same distance from the grid. */
function isSamePhase(a: Row, b: Row): boolean {
  return Math.abs(a.phase - b.phase) < 0.1;
}
