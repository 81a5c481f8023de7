import type { Cell, OfficeBlock, ParagraphBlock } from '../office/blocks.ts';
import { at, child, childrenOf, valOf, type Xml } from '../office/xml.ts';

/** The rows of a table, with cells that span others, and how many of them are its head. */
export function rowsOfTable(node: Xml, readCell: (cell: Xml) => OfficeBlock[]): { rows: Cell[][]; headRows: number } {
  const rows: Cell[][] = [];
  /** The cell above at each column that goes on downwards. */
  const open = new Map<number, Cell>();
  let headRows = 0;
  for (const row of childrenOf(node, 'w:tr')) {
    const cells: Cell[] = [];
    let column = Number(valOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0;
    if (column > 0) cells.push({ blocks: [], columns: column, rows: 1 });
    for (const one of childrenOf(row, 'w:tc')) {
      const properties = child(one, 'w:tcPr');
      const columns = Math.min(Math.max(Number(valOf(properties, 'w:gridSpan') ?? 1) || 1, 1), 200);
      const merge = child(properties, 'w:vMerge');
      const above = open.get(column);
      if (merge && merge.attributes['w:val'] !== 'restart' && above && above.columns === columns) {
        above.rows++;
        // A cell that goes on has no words, but if it has some, they must not be lost.
        above.blocks.push(...readCell(one));
      } else {
        const cell: Cell = { blocks: readCell(one), columns, rows: 1 };
        const align = cell.blocks.find((block): block is ParagraphBlock => block.type === 'paragraph')?.look.align;
        if (align === 'center' || align === 'right') cell.align = align;
        cells.push(cell);
        if (merge) open.set(column, cell);
        else open.delete(column);
      }
      column += columns;
    }
    rows.push(cells);
    if (child(child(row, 'w:trPr'), 'w:tblHeader') && headRows === rows.length - 1) headRows++;
  }
  if (headRows === 0 && isFirstRowHead(at(node, 'w:tblPr/w:tblLook'))) headRows = 1;
  return { rows, headRows };
}

function isFirstRowHead(look: Xml | undefined): boolean {
  const { 'w:firstRow': first, 'w:val': bits } = look?.attributes ?? {};
  if (first !== undefined) return first === '1' || first === 'true';
  return bits !== undefined && (Number.parseInt(bits, 16) & 0x20) !== 0;
}
