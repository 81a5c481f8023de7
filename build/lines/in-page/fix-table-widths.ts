/**
 * Fixes the widths of table columns that depend on their content, because pinned lines would change them. Everything is
 * read before anything is changed, so that the browser lays out once.
 */
export function fixTableWidths(): void {
  const tables = [...document.querySelectorAll('table')].filter((table) => {
    const { display, tableLayout } = getComputedStyle(table);
    return display === 'table' && tableLayout !== 'fixed';
  });
  const widths = tables.map((table) => ({ columns: columnWidths(table), width: table.getBoundingClientRect().width }));
  tables.forEach((table, i) => {
    const { columns = [], width = 0 } = widths[i] ?? {};
    table.querySelector(':scope > colgroup')?.remove();
    const group = document.createElement('colgroup');
    for (const each of columns) {
      const column = document.createElement('col');
      if (each) column.style.width = `${each}px`;
      group.append(column);
    }
    const caption = table.querySelector(':scope > caption');
    if (caption) caption.after(group);
    else table.prepend(group);
    table.style.tableLayout = 'fixed';
    table.style.width = `${width}px`;
  });
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
