import type { Element, ElementContent } from 'hast';

/** A cell of a table at its place. */
export interface CellSlot {
  cell: Element;
  /** The part of the table that it stands in. */
  part: 'thead' | 'tbody' | 'tfoot';
  /** Its first row in the table, and its first column. */
  row: number;
  column: number;
  /** The numbers of rows and columns that it spans. */
  rows: number;
  columns: number;
}

/** The cells of a table that was fitted, row by row, each at the first place that is free (HTML, 4.9.12.1). */
export function slotsOf(table: Element): CellSlot[] {
  const slots: CellSlot[] = [];
  // The first row that is free again, for each column.
  const free: number[] = [];
  let row = 0;
  for (const part of elementsIn(table)) {
    if (part.tagName !== 'thead' && part.tagName !== 'tbody' && part.tagName !== 'tfoot') continue;
    for (const line of elementsIn(part)) {
      let column = 0;
      for (const cell of elementsIn(line)) {
        while ((free[column] ?? 0) > row) column++;
        const [columns, rows] = [Number(cell.properties.colSpan ?? 1), Number(cell.properties.rowSpan ?? 1)];
        slots.push({ cell, part: part.tagName, row, column, rows, columns });
        for (const end = column + columns; column < end; column++) free[column] = row + rows;
      }
      row++;
    }
  }
  return slots;
}

function elementsIn({ children }: Element): Element[] {
  return (children as ElementContent[]).filter((child): child is Element => child.type === 'element');
}
