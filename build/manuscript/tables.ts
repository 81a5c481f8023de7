import type { Paragraph, Parents, PhrasingContent, Root, RootContent, Table, TableRow, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { applyAttributes } from './apply-attributes.ts';
import { takeTrailingAttributes } from './attributes.ts';
import type { Captioned } from './figures.ts';

/** Makes the paragraph `Table: words {#tbl-x}` below a table its caption. Holds rows to the columns of the head. */
export function readTables() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'table', (table) => {
      for (const row of table.children) checkRow(row, table, file);
    });
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some((child) => child.type === 'table')) return;
      const parent = node as Parents;
      const children = parent.children as RootContent[];
      for (let i = 0; i < children.length; i++) {
        const table = children[i] as Table;
        const below = children[i + 1];
        if (table.type !== 'table') continue;
        if (below?.type === 'paragraph' && opensCaption(below)) children.splice(i, 2, captioned(table, below, file));
        else checkAbove(children[i - 1], file);
      }
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!opensCaption(paragraph) || parent?.children[(index ?? 0) + 1]?.type === 'table') return;
      if (takeTrailingAttributes([...paragraph.children], file)?.id)
        reportPlace(paragraph, 'A table’s caption without a table above it', file);
    });
  };
}

function captioned(table: Table, paragraph: Paragraph, file: VFile): Captioned {
  const children = [...paragraph.children];
  const attributes = takeTrailingAttributes(children, file);
  const holder: Table = { type: 'table', children: [] };
  if (paragraph.position) holder.position = paragraph.position;
  if (attributes) applyAttributes(holder, attributes, file);
  const { className = [], ...rest } = (holder.data?.hProperties ?? {}) as { className?: string[] };
  const first = children[0] as Text;
  children[0] = { ...first, value: first.value.replace(/^Table:\s*/, '') };
  return {
    type: 'captioned',
    kind: 'table',
    children: [{ type: 'caption', children: children as PhrasingContent[], data: { hName: 'figcaption' } }, table],
    data: { hName: 'figure', hProperties: { ...rest, className: ['table', ...className] } },
    ...(table.position && paragraph.position
      ? { position: { start: table.position.start, end: paragraph.position.end } }
      : {}),
  };
}

/** GFM drops the cells of a row that the head has no column for; and takes a caption without an empty line before it for a row. */
function checkRow(row: TableRow, table: Table, file: VFile): void {
  const columns = table.children[0]?.children.length ?? 0;
  const [first, ...others] = row.children;
  if (
    first &&
    /^Table:\s/.test(textOf(first)) &&
    others.every((cell) => textOf(cell) === '') &&
    row !== table.children[0]
  )
    reportPlace(row, 'A table’s caption as the last row of its table', file);
  const extra = row.children[columns];
  if (!extra) return;
  report(file, 'table-cells', {
    at: extra.position,
    found: `A row of ${row.children.length} cells in a table of ${columns} columns`,
    fix: 'Add columns to the table’s head, or write \\| for the mere sign.',
  });
}

function checkAbove(above: RootContent | undefined, file: VFile): void {
  if (above?.type === 'paragraph' && opensCaption(above)) reportPlace(above, 'A table’s caption above its table', file);
}

function reportPlace(node: Paragraph | TableRow, found: string, file: VFile): void {
  report(file, 'caption-place', {
    at: node.position,
    found,
    fix: 'Put it right below its table, with an empty line between.',
  });
}

function opensCaption(paragraph: Paragraph): boolean {
  const [first] = paragraph.children;
  return first?.type === 'text' && /^Table:\s/.test(first.value);
}
