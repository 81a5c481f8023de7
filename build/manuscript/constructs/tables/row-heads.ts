import type { Element } from 'hast';
import { cellText } from './cell-text.ts';
import type { CellSlot } from './slots.ts';
import { readNumber, saysNothing } from './written-number.ts';

/**
 * Makes heads of their rows of the cells in a table’s first column, where it is a column of labels. `asked` is the
 * author’s wish; `numbers` are the columns of numbers.
 */
export function markRowHeads(
  slots: readonly CellSlot[],
  numbers: ReadonlySet<number>,
  asked: boolean | undefined,
): void {
  const body = slots.filter(({ part }) => part !== 'thead');
  const first = body.filter(({ column, columns }) => column === 0 && columns === 1);
  if (asked === false || body.some(({ cell }) => cell.tagName === 'th')) return;
  if (!slots.some(({ column }) => column > 0) || !(asked || areLabels(slots, body, first, numbers))) return;
  for (const { cell } of first) {
    if (cellText(cell).trim() === '') continue;
    cell.tagName = 'th';
    cell.properties = { ...cell.properties, scope: 'row' };
  }
}

function areLabels(
  slots: readonly CellSlot[],
  body: readonly CellSlot[],
  first: readonly CellSlot[],
  numbers: ReadonlySet<number>,
): boolean {
  const labels = first.filter(({ cell }) => cellText(cell).trim() !== '');
  const others = body.filter(({ column }) => column > 0);
  if (labels.length === 0) return false;
  const corner = slots.find(({ part, row, column }) => part === 'thead' && row === 0 && column === 0);
  if (corner && cellText(corner.cell).trim() === '') return true;
  if (labels.every(({ cell }) => isStrong(cell))) return !others.every(({ cell }) => isStrong(cell));
  const texts = labels.map(({ cell }) => cellText(cell));
  const areWords = texts.every((text) => /\p{L}/u.test(text) && !readNumber(text) && text.length <= 80);
  const areYears = texts.every((text) =>
    /^\s*1\d{3}(?:\s*[-–/]\s*\d{2,4})?\s*$|^\s*20\d\d(?:\s*[-–/]\s*\d{2,4})?\s*$/.test(text),
  );
  const isData = (column: number) =>
    numbers.has(column) ||
    others.every(({ cell, column: own }) => {
      const text = cellText(cell);
      return own !== column || (text.trim() !== '' && (readNumber(text) !== undefined || isSign(text)));
    });
  const columns = [...new Set(others.map(({ column }) => column))];
  return (
    (areWords && columns.some(isData)) || (areYears && new Set(texts).size === texts.length && columns.every(isData))
  );
}

function isSign(text: string): boolean {
  return saysNothing(text) && !/\p{L}/u.test(text);
}

/** True if all words of a cell are in bold, as authors write heads of rows. */
function isStrong(cell: Element): boolean {
  const shown = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = shown;
  return shown.length === 1 && only?.type === 'element' && only.tagName === 'strong';
}
