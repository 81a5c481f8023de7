import type { Row } from '../flow.ts';
import { addRow, addWhole, type Found } from './rows.ts';

/** A table’s rows; its caption, its head and its first row are one. */
export function visitTable(table: HTMLElement, found: Found, before: Row['before']): void {
  const rect = table.getBoundingClientRect();
  const head = table.querySelector<HTMLElement>(':scope > thead');
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tbody > tr, :scope > tfoot > tr, :scope > tr')];
  if (rows.length === 0) {
    addWhole(table, rect, 'picture', found, before);
    return;
  }
  const inner = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  const headHeight = head?.getBoundingClientRect().height ?? 0;
  const captioned = table.querySelector(':scope > caption')?.getBoundingClientRect().height ?? 0;
  const border = Math.max(0, rect.height - inner - headHeight - captioned);
  rows.forEach((row, i) => {
    const { top, bottom } = row.getBoundingClientRect();
    addRow(found, i === 0 ? table : row, -1, callsIn(table, row, i === 0), {
      top: (i === 0 ? rect.top : top) - found.origin,
      bottom: bottom - found.origin + (i === rows.length - 1 ? border : 0),
      head: i === 0 ? 0 : headHeight + border,
      line: i,
      of: rows.length,
      orphans: 2,
      widows: 2,
      kind: 'table',
      before: i === 0 ? before : 'auto',
    });
  });
  found.blocks++;
}

/** The calls in a table’s row; in its caption and head, too, where it is the first. */
function callsIn(table: HTMLElement, row: HTMLElement, first: boolean): Element[] {
  const before = first ? [...table.querySelectorAll(':scope > caption .call, :scope > thead .call')] : [];
  return [...before, ...row.querySelectorAll('.call')];
}
