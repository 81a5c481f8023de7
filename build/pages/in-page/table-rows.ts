import type { Row } from '../flow.ts';
import { continuedHeight } from './continue-tables.ts';
import { addRow, addWhole, type RowScan } from './rows.ts';

/** Adds a table’s rows. Its caption, its head and its first row are one. */
export function addTable(table: HTMLElement, scan: RowScan, before: Row['before']): void {
  const rect = table.getBoundingClientRect();
  const head = table.querySelector<HTMLElement>(':scope > thead');
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tbody > tr, :scope > tfoot > tr, :scope > tr')];
  if (rows.length === 0) {
    addWhole(table, rect, 'picture', scan, before);
    return;
  }
  const inner = rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  const headHeight = head?.getBoundingClientRect().height ?? 0;
  const captioned = table.querySelector(':scope > caption')?.getBoundingClientRect().height ?? 0;
  const border = Math.max(0, rect.height - inner - headHeight - captioned);
  const foot = Math.min(border, Number.parseFloat(getComputedStyle(table).borderBottomWidth) || 0);
  const again = headHeight + border - foot + continuedHeight(table);
  rows.forEach((row, i) => {
    const { top, bottom } = row.getBoundingClientRect();
    addRow(scan, i === 0 ? table : row, -1, callsIn(table, row, i === 0), {
      top: (i === 0 ? rect.top : top) - scan.origin,
      bottom: bottom - scan.origin + (i === rows.length - 1 ? foot : 0),
      head: i === 0 ? 0 : again,
      // The rule that closes each part of it.
      tail: i === rows.length - 1 ? 0 : foot,
      line: i,
      of: rows.length,
      orphans: 2,
      widows: 2,
      kind: 'table',
      before: i === 0 ? before : 'auto',
    });
  });
  scan.blocks++;
}

/** The calls in a table’s row; for the first row also those in the caption and the head. */
function callsIn(table: HTMLElement, row: HTMLElement, first: boolean): Element[] {
  const before = first ? [...table.querySelectorAll(':scope > caption .call, :scope > thead .call')] : [];
  return [...before, ...row.querySelectorAll('.call')];
}
