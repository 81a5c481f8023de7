import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, itemsAt, numberAt } from '../../pdf-reading/file/objects.ts';
import { isTag, type Tag } from '../../pdf-reading/tags.ts';

/** The most columns a cell can span. */
const maxColumns = 1000;

/**
 * Returns the faults in a table’s structure (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.2): in its parts, and in the
 * lengths of its rows.
 */
export function shapeFaults(table: Tag): { found: string; expected: string }[] {
  const faults: { found: string; expected: string }[] = [];
  const kids = table.kids.filter(isTag);
  const count = (type: string) => kids.filter((kid) => kid.type === type).length;
  for (const type of ['THead', 'TFoot', 'Caption'])
    if (count(type) > 1) faults.push({ found: `A table has ${count(type)} parts ${type}`, expected: 'one at most' });
  if (count('THead') + count('TFoot') > 0 && count('TBody') === 0)
    faults.push({ found: 'A table has a head or a foot, and no body', expected: 'TBody around its other rows' });
  const captions = kids.flatMap((kid, i) => (kid.type === 'Caption' ? [i] : []));
  if (captions.some((i) => i > 0 && i < kids.length - 1))
    faults.push({ found: 'The caption of a table stands between its rows', expected: 'before or after them' });
  const rows = kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids.filter(isTag)));
  if (rows.every(({ type }) => type === 'TR')) faults.push(...rowFaults(rows));
  return faults;
}

/** Returns the faults that appear when each cell, with its spans, is put at the first free place of its row. */
function rowFaults(rows: readonly Tag[]): { found: string; expected: string }[] {
  /** For each column, the first row in which it is free again. */
  const free: number[] = [];
  let overlap = false;
  const widths = rows.map((row, y) => {
    let x = 0;
    for (const cell of row.kids.filter(isTag)) {
      while ((free[x] ?? 0) > y && x < maxColumns) x++;
      const [across, down] = [spanOf(cell, 'ColSpan'), spanOf(cell, 'RowSpan')];
      for (let i = x; i < Math.min(x + across, maxColumns); i++) {
        overlap ||= (free[i] ?? 0) > y;
        free[i] = y + down;
      }
      x += across;
    }
    return free.filter((until) => until > y).length;
  });
  const faults: { found: string; expected: string }[] = [];
  if (overlap) faults.push({ found: 'Cells of a table lie over one another', expected: 'each at a place of its own' });
  const wide = widths.reduce((most, width) => Math.max(most, width), 0);
  const short = widths.findIndex((width) => width !== wide);
  if (short >= 0)
    faults.push({
      found: `Row ${short + 1} of a table has ${widths[short]} columns, another ${wide}`,
      expected: 'rows of equal length, with what their cells span (RowSpan, ColSpan)',
    });
  if (free.some((until) => until > rows.length))
    faults.push({ found: 'A cell of a table goes on below its last row', expected: 'a RowSpan that ends with it' });
  return faults;
}

function spanOf({ dict }: Tag, key: 'ColSpan' | 'RowSpan'): number {
  const span = tagAttributes(dict)
    .map((attribute) => numberAt(attribute, key))
    .find((value) => value !== undefined);
  return Math.min(maxColumns, Math.max(1, Math.round(span ?? 1)));
}

/** The attributes of a tag (14.7.5), without those of its classes. */
export function tagAttributes(dict: PDFDict): PDFDict[] {
  return itemsAt(dict, 'A').flatMap((one) => asDict(one) ?? []);
}
