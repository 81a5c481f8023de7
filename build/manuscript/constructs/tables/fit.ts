import type { Element, ElementContent } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';

/** What a cell may span; browsers go no further (HTML, 4.9.11). */
const most = 1000;

/**
 * Lays out the cells of a table as browsers do, and writes down what came of it, for programs that read aloud: a span ends with its part of the table, rows have as many cells as the longest,
 * and there is one head, and rows below it. Reports cells that would lie over one another.
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

/** How many columns each row of a part takes. */
function layRows(rows: readonly Element[], file: VFile): [Element, number][] {
  /** For each column, the first row in which it is free again. */
  const free: number[] = [];
  return rows.map((row, y) => {
    let x = 0;
    for (const cell of row.children.filter(isElement)) {
      while ((free[x] ?? 0) > y) x++;
      const across = settle(cell, 'colSpan', most);
      const down = settle(cell, 'rowSpan', rows.length - y);
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

/** What a cell spans, as far as there is room; 0 is all of it. */
function settle(cell: Element, name: 'colSpan' | 'rowSpan', room: number): number {
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
