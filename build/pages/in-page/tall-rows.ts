import { fixTableWidths } from '../../lines/in-page/fix-table-widths.ts';
import { atHeight, cutApart, type FlowCut } from './cut.ts';
import { linesAsLaidOut } from './lines-of.ts';
import { isOfText } from './survey.ts';

/**
 * Divides table rows that are higher than a page between the lines of their cells, into rows of a few lines each, which
 * look like one. Rows up to the height `most`, in px, stay whole. The parts of one row share a `data-row`.
 */
export function divideTallRows(table: HTMLTableElement, most: number): void {
  const head = table.tHead?.getBoundingClientRect().height ?? 0;
  const caption = table.caption?.getBoundingClientRect().height ?? 0;
  const tall = [...table.rows].filter((row, i) => {
    const above = row.parentElement === table.tHead ? 0 : head + (i <= (table.tHead?.rows.length ?? 0) ? caption : 0);
    return row.getBoundingClientRect().height + above > most && [...row.cells].every(({ rowSpan }) => rowSpan === 1);
  });
  if (tall.length === 0) return;
  fixTableWidths([table]);
  // All are looked at before any is changed, so that the browser lays out once.
  const plans = tall.map((row) => ({ row, cuts: cutsOfRow(row) }));
  for (const { row, cuts } of plans) divideRow(row, cuts, document.querySelectorAll('.divided-row').length);
}

/** For each cell the places where it is cut: after every two lines of its row’s highest cell. */
function cutsOfRow(row: HTMLTableRowElement): FlowCut[][] {
  const linesTogether = 2;
  const cells = [...row.cells];
  const lines = cells
    .map((cell) => {
      const { top, bottom } = cell.getBoundingClientRect();
      return linesAsLaidOut(cell, top, bottom, 0);
    })
    .reduce((most, one) => (one.length > most.length ? one : most), []);
  const heights = lines
    .filter((_, i) => i > 0 && i % linesTogether === 0 && i < lines.length - 1)
    .map(({ top }) => top);
  return cells.map((cell) =>
    heights.map((height): FlowCut => {
      const { node, offset } = atHeight(cell, height);
      const through: HTMLElement[] = [];
      for (let at: Node | null = node; at && at !== cell; at = at.parentNode)
        if (at instanceof HTMLElement) through.push(at);
      return { node, offset, through, begins: [] };
    }),
  );
}

function divideRow(row: HTMLTableRowElement, cuts: readonly (readonly FlowCut[])[], key: number): void {
  const cells = [...row.cells];
  const parts = cells.map((cell, i) => cutApart(cell, cuts[i] ?? []));
  row.dataset.row = String(key);
  row.classList.add('divided-row');
  let last = row;
  for (let k = 0; k < (cuts[0]?.length ?? 0); k++) {
    const next = row.cloneNode(false) as HTMLTableRowElement;
    next.removeAttribute('id');
    next.classList.remove('divided-row');
    next.classList.add('cut-above');
    for (const [i, cell] of cells.entries()) {
      const copy = cell.cloneNode(false) as HTMLElement;
      copy.removeAttribute('id');
      const part = parts[i]?.[k];
      if (part) copy.append(part);
      next.append(copy);
    }
    last.classList.add('cut-below');
    last.after(next);
    last = next;
  }
}

/**
 * The text of a divided row without folios, cell by cell, in reading order. Empty for all of its parts except the
 * first.
 */
export function textOfDividedRow(row: HTMLElement): string {
  if (!row.classList.contains('divided-row')) return '';
  const parts = [...document.querySelectorAll<HTMLTableRowElement>(`tr[data-row="${row.dataset.row}"]`)];
  return [...(row as HTMLTableRowElement).cells]
    .map((_, i) => parts.map((part) => textOfCell(part.cells[i])).join(''))
    .join('');
}

function textOfCell(cell: Element | undefined): string {
  let text = '';
  const walker = cell && document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker?.nextNode() as Text | null | undefined; node; node = walker?.nextNode() as Text | null)
    if (isOfText(node)) text += node.data;
  return text;
}
