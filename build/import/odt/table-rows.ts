import type { Cell, OfficeBlock, ParagraphBlock } from '../office/blocks.ts';
import { elements, type Xml } from '../office/xml.ts';

/** The rows of a table, with cells that span others, and how many of them are its head. */
export function rowsOfOdtTable(
  node: Xml,
  readCell: (cell: Xml) => OfficeBlock[],
): { rows: Cell[][]; headRows: number } {
  const rows: Cell[][] = [];
  let headRows = 0;
  const add = (row: Xml, isHead: boolean): void => {
    const cells = elements(row).flatMap((one): Cell[] => {
      if (one.name !== 'table:table-cell') return [];
      const number = (name: string): number => Math.min(Math.max(Number(one.attributes[name] ?? 1) || 1, 1), 200);
      const cell: Cell = {
        blocks: readCell(one),
        columns: number('table:number-columns-spanned'),
        rows: number('table:number-rows-spanned'),
      };
      const align = cell.blocks.find((block): block is ParagraphBlock => block.type === 'paragraph')?.look.align;
      if (align === 'center' || align === 'right') cell.align = align;
      const repeated = number('table:number-columns-repeated');
      return [cell, ...Array.from({ length: repeated - 1 }, (): Cell => ({ blocks: [], columns: 1, rows: 1 }))];
    });
    rows.push(cells);
    if (isHead) headRows++;
  };
  const walk = (container: Xml, isHead: boolean): void => {
    for (const one of elements(container)) {
      if (one.name === 'table:table-row') add(one, isHead);
      else if (one.name === 'table:table-header-rows') walk(one, true);
      else if (/^table:table-rows?(?:-group)?$/.test(one.name)) walk(one, isHead);
    }
  };
  walk(node, false);
  return { rows, headRows };
}
