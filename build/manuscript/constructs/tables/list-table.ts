import type { ListItem, Paragraph, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/**
 * Makes a table of MyST’s `:::{list-table} Towns`, a list of rows each of which is a list of cells. A table as MyST has
 * it between other marks is left; so is any other list.
 */
export function tableOfList(node: ContainerDirective): void {
  if (node.name !== 'list-table') return;
  const list = node.children.at(-1);
  const title = node.children.length > 1 ? node.children[0] : undefined;
  if (list?.type !== 'list' || node.children.length > 2 || (title && title.type !== 'paragraph')) return;
  const rows = list.children.map(rowOf);
  if (!rows.every((row) => row !== undefined)) return;
  const { 'header-rows': heads = '0', id } = (node.attributes ?? {}) as Record<string, string>;
  const width = Math.max(...rows.map(({ children }) => children.length));
  for (const { children } of rows) while (children.length < width) children.push({ type: 'tableCell', children: [] });
  // A table of Markdown has one row of heads, which may be empty.
  if (heads === '0') rows.unshift(emptyRow(width));
  const { position } = list;
  const table: Table = {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    children: rows,
    ...(position ? { position } : {}),
  };
  node.name = title ? 'table' : 'block';
  node.attributes = id ? { id } : {};
  node.children = title ? [title, table] : [table];
}

function emptyRow(width: number): TableRow {
  return { type: 'tableRow', children: Array.from({ length: width }, () => ({ type: 'tableCell', children: [] })) };
}

function rowOf({ children: [cells, ...others], position }: ListItem): TableRow | undefined {
  if (cells?.type !== 'list' || others.length > 0) return undefined;
  const row = cells.children.map(cellOf);
  if (!row.every((cell) => cell !== undefined)) return undefined;
  return { type: 'tableRow', children: row, ...(position ? { position } : {}) };
}

/** A cell of paragraphs, each of which begins a line. */
function cellOf({ children, position }: ListItem): TableCell | undefined {
  if (!children.every((child): child is Paragraph => child.type === 'paragraph')) return undefined;
  const words = children.flatMap((paragraph, i): PhrasingContent[] =>
    i === 0
      ? paragraph.children
      : [{ type: 'htmlElement', tagName: 'br', properties: {}, children: [] }, ...paragraph.children],
  );
  return { type: 'tableCell', children: words, ...(position ? { position } : {}) };
}
