/**
 * Notes on each table, as `data-continued-height`, how high the line is that says on a later page that it is continued,
 * in px. A table without words for it has none.
 */
export function measureContinued(root: HTMLElement): void {
  const tables = [...root.querySelectorAll('table')].filter(({ rows }) => rows.length > 1);
  const lines = tables.map((table) => ({ table, line: lineFor(table) }));
  for (const { table, line } of lines) if (line) table.prepend(line);
  const heights = lines.map(({ line }) => {
    if (!line) return 0;
    const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(line);
    return [lineHeight, paddingTop, paddingBottom].reduce((sum, length) => sum + (Number.parseFloat(length) || 0), 0);
  });
  lines.forEach(({ table, line }, i) => {
    line?.remove();
    table.dataset.continuedHeight = String(heights[i]);
  });
}

/** The height of what a later part of a table has above its head; px. */
export function continuedHeight(table: HTMLElement): number {
  return Number(table.dataset.continuedHeight ?? 0);
}

/** Gives the second part of a table that is cut what is repeated above it: columns, head, and that it is continued. */
export function continueTable(above: HTMLElement, below: HTMLElement): void {
  for (const part of ['thead', 'colgroup']) {
    const copy = above.querySelector(`:scope > ${part}`)?.cloneNode(true) as HTMLElement | undefined;
    if (!copy) continue;
    copy.dataset.repeated = 'yes';
    for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
    below.prepend(copy);
  }
  const line = lineFor(above);
  if (line) below.prepend(line);
}

function lineFor(table: HTMLElement): HTMLElement | undefined {
  const text = table.dataset.continued;
  if (!text) return undefined;
  const line = document.createElement('caption');
  line.className = 'continued';
  line.dataset.repeated = 'yes';
  line.textContent = text;
  return line;
}
