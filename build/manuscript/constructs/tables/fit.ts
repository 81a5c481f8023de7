import type { Element, ElementContent } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';

/** The most columns that a cell may span; browsers have the same limit (HTML, 4.9.11). */
const maxSpan = 1000;

/**
 * Lays out the cells of a table like a browser, and writes the result down for screen readers: spans end with their
 * part of the table, all rows have as many cells as the longest, and there is one head with rows below it. Reports
 * cells that would overlap.
 */
export function fitTable(table: Element, file: VFile): void {
  let hasHead = false;
  const parts = partsOf(table);
  const isBare = parts.every(({ tagName }) => tagName === 'thead' || tagName === 'tfoot');
  for (const part of parts) {
    if (part.tagName === 'thead' && (hasHead || isBare)) part.tagName = 'tbody';
    hasHead ||= part.tagName === 'thead';
  }
  const widths = new Map(parts.flatMap((part) => layRows(rowsOf(part), file)));
  const wide = Math.max(0, ...widths.values());
  for (const [row, width] of widths)
    for (let i = width; i < wide; i++)
      row.children.push({ type: 'element', tagName: 'td', properties: {}, children: [] });
}

/** The rows of a part, each with the number of its columns. */
function layRows(rows: readonly Element[], file: VFile): [Element, number][] {
  /** For each column, the first row in which it is free again. */
  const free: number[] = [];
  return rows.map((row, y) => {
    let x = 0;
    for (const cell of row.children.filter(isElement)) {
      while ((free[x] ?? 0) > y) x++;
      const across = limitSpan(cell, 'colSpan', maxSpan);
      const down = limitSpan(cell, 'rowSpan', rows.length - y);
      for (let i = x; i < x + across; i++) {
        if ((free[i] ?? 0) > y)
          report(file, 'table-cells', {
            at: cell.position,
            found: 'A cell that lies over another, by what they span',
            expected: 'each at a place of its own',
            fix: 'Make its colspan smaller, or the rowspan of the one above.',
          });
        free[i] = y + down;
      }
      x += across;
    }
    return [row, free.filter((until) => until > y).length];
  });
}

/** Limits a cell’s span to the available room, and returns it; 0 means all of the room. */
function limitSpan(cell: Element, name: 'colSpan' | 'rowSpan', room: number): number {
  const said = Number.parseInt(String(cell.properties[name] ?? 1), 10);
  const spans = said === 0 && name === 'rowSpan' ? room : Math.min(Math.max(said || 1, 1), room);
  if (spans > 1) cell.properties[name] = String(spans);
  else delete cell.properties[name];
  return spans;
}

function partsOf(table: Element): Element[] {
  return table.children.filter(isElement).filter(({ tagName }) => ['thead', 'tbody', 'tfoot'].includes(tagName));
}

function rowsOf(part: Element): Element[] {
  return part.children.filter(isElement).filter(({ tagName }) => tagName === 'tr');
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}
