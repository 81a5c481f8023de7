import { pixels } from './collecting.ts';

/**
 * Fixes the widths of table columns that depend on their content, because pinned lines and cuts would change them.
 * Everything is read before anything is changed, so that the browser lays out once.
 */
export function fixTableWidths(all: Iterable<HTMLTableElement>): void {
  const tables = [...all].filter((table) => {
    const { display, tableLayout } = getComputedStyle(table);
    return display === 'table' && tableLayout !== 'fixed';
  });
  const widths = tables.map((table) => {
    const columns = columnWidths(table);
    const { width, right } = table.getBoundingClientRect();
    return { columns, width, more: ease(roomBeside(table, right) / columns.length) };
  });
  tables.forEach((table, i) => {
    const { columns = [], width = 0, more = 0 } = widths[i] ?? {};
    table.querySelector(':scope > colgroup')?.remove();
    const group = document.createElement('colgroup');
    for (const each of columns) {
      const column = document.createElement('col');
      if (each) column.style.width = `${each + more}px`;
      group.append(column);
    }
    const caption = table.querySelector(':scope > caption');
    if (caption) caption.after(group);
    else table.prepend(group);
    table.style.tableLayout = 'fixed';
    table.style.width = `${width + columns.length * more}px`;
  });
}

/** The room to the right of a table in its place; px. */
function roomBeside(table: HTMLTableElement, right: number): number {
  const place = table.parentElement as HTMLElement;
  return place.getBoundingClientRect().right - pixels(getComputedStyle(place).paddingRight) - right;
}

/**
 * What a column is made wider, in px, where each has `room`: lines are measured word by word, to more digits than the
 * browser lays columns out by, and a line that fits must not be broken for that.
 */
function ease(room: number): number {
  return Math.min(0.4, Math.max(1 / 32, room));
}

/** The widths of a table’s columns in px, as far as there are cells that span only one column. */
function columnWidths(table: HTMLTableElement): number[] {
  const widths: number[] = [];
  // For each column the number of rows that a cell above still spans there.
  const taken: number[] = [];
  for (const row of table.rows) {
    let column = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column++;
      if (cell.colSpan === 1) widths[column] ??= cell.getBoundingClientRect().width;
      for (let n = 0; n < cell.colSpan; n++) taken[column++] = cell.rowSpan;
    }
    for (let n = 0; n < taken.length; n++) taken[n] = Math.max(0, (taken[n] ?? 0) - 1);
  }
  return Array.from(widths, (width) => width ?? 0);
}
