import type { TagDraft } from './draft-tags.ts';

/** A cell in its place in the table: its first row and column, and the first row and column after it. */
interface Slot {
  draft: TagDraft;
  head: 'Column' | 'Row' | 'Group' | undefined;
  /** The part of the table around it: the head or one of the bodies. */
  part: TagDraft;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Gives each cell of each table the heads that it is under and beside. */
export function nameHeaders(root: TagDraft): void {
  const visit = (draft: TagDraft) => {
    if (draft.tag === 'Table') nameHeadersIn(draft);
    else draft.children.forEach(visit);
  };
  visit(root);
}

/**
 * Finds the heads of cells as browsers do (HTML, 4.9.12.2, the algorithm for assigning header cells): the heads above a
 * cell in its columns and before it in its rows, however far they span, and the head of its group of rows. A head no
 * longer counts where a nearer one covers its columns and data cells lie between the two.
 */
function nameHeadersIn(table: TagDraft): void {
  const slots = slotsOf(table);
  for (const cell of slots) {
    if (cell.head !== undefined) continue;
    const above = nearest(
      slots
        .filter((one) => one.head === 'Column' && one.top < cell.top && one.left < cell.right && cell.left < one.right)
        .sort((a, b) => a.left - b.left || a.top - b.top),
      slots,
    );
    const group = slots.filter((one) => one.head === 'Group' && one.part === cell.part && one.top <= cell.top).at(-1);
    const beside = slots.filter(
      (one) => one.head === 'Row' && one.left < cell.left && one.top < cell.bottom && cell.top < one.bottom,
    );
    const all = [...above, ...(group ? [group] : []), ...beside].map(({ draft }) => draft);
    if (all.length > 0) cell.draft.headers = all;
  }
}

/** The heads that no nearer one replaces. */
function nearest(heads: readonly Slot[], slots: readonly Slot[]): Slot[] {
  const isData = (row: number) => slots.some((one) => one.head === undefined && one.top <= row && row < one.bottom);
  return heads.filter(
    (head) =>
      !heads.some((other) => {
        if (other.top < head.bottom || other.left !== head.left || other.right !== head.right) return false;
        return Array.from({ length: other.top - head.bottom }, (_, i) => head.bottom + i).some(isData);
      }),
  );
}

/** The cells of a table in the places that they take, row by row. */
function slotsOf(table: TagDraft): Slot[] {
  const slots: Slot[] = [];
  // The first row that is free again, for each column.
  const free: number[] = [];
  let row = 0;
  const gather = (draft: TagDraft, part: TagDraft) => {
    if (draft.tag !== 'TR') {
      for (const child of draft.children) gather(child, draft);
      return;
    }
    let column = 0;
    for (const cell of draft.children) {
      while ((free[column] ?? 0) > row) column++;
      const { columns = 1, rows = 1 } = cell.about;
      const right = column + columns;
      slots.push({ draft: cell, head: headOf(cell), part, top: row, bottom: row + rows, left: column, right });
      for (; column < right; column++) free[column] = row + rows;
    }
    row++;
  };
  gather(table, table);
  return slots;
}

function headOf({ tag, about, element }: TagDraft): Slot['head'] {
  if (tag !== 'TH') return undefined;
  return element?.getAttribute('scope') === 'rowgroup' ? 'Group' : about.scope;
}
