import type { Element } from 'hast';
import { cellText, raisedSign } from '../manuscript/constructs/tables/cell-text.ts';
import type { CellSlot } from '../manuscript/constructs/tables/slots.ts';
import { hasClass } from '../text/has-class.ts';
import { visit } from '../text/visit.ts';

/** The signs on one side of a number’s decimal sign, counted: those in the line, and those that are raised. */
interface Signs {
  plain: Map<string, number>;
  raised: number;
}

/**
 * Puts the decimal signs of columns of numbers under each other, in any face whose figures are of one width: a cell
 * gets, unseen and unread, the signs that others have more of beside theirs. Takes the marks of these columns away.
 */
export function alignNumbers(slots: readonly CellSlot[]): void {
  const columns = new Map<string, Element[]>();
  for (const { cell } of slots) {
    const { dataColumn, dataPoint } = cell.properties;
    if (dataPoint !== undefined) columns.set(String(dataColumn), [...(columns.get(String(dataColumn)) ?? []), cell]);
  }
  for (const cells of columns.values()) {
    const before = cells.map((cell) => signsOf(cellText(cell).slice(0, pointOf(cell)).trimStart(), []));
    const after = cells.map((cell) => signsOf(cellText(cell).slice(pointOf(cell)).trimEnd(), callsIn(cell)));
    const [most, mostAfter] = [mostOf(before), mostOf(after)];
    cells.forEach((cell, i) => {
      const { dataPoint: _, dataColumn: __, ...properties } = cell.properties;
      cell.properties = properties;
      const [left, right] = [hasClass(cell, 'right'), !hasClass(cell, 'right') && !hasClass(cell, 'center')];
      if (!left) cell.children.unshift(...rooms(most, before[i] as Signs));
      if (!right) cell.children.push(...rooms(mostAfter, after[i] as Signs));
    });
  }
}

function pointOf(cell: Element): number {
  return Number(cell.properties.dataPoint);
}

/** The figures of the calls in a cell. */
function callsIn(cell: Element): string[] {
  const calls: string[] = [];
  visit(cell, 'text', ({ value }, _, parent) => {
    if (parent?.type === 'element' && hasClass(parent, 'call')) calls.push(value);
  });
  return calls;
}

function signsOf(text: string, calls: readonly string[]): Signs {
  const plain = new Map<string, number>();
  let raised = calls.join('').length;
  for (const sign of text) {
    const kind = sign.replace(/\d/, '0').replace(/\s/, '\u00a0');
    if (kind === raisedSign) raised++;
    else plain.set(kind, (plain.get(kind) ?? 0) + 1);
  }
  return { plain, raised };
}

/** The signs that hold those of any cell: of each kind as many as the cell that has most. */
function mostOf(all: readonly Signs[]): Signs {
  const plain = new Map<string, number>();
  for (const one of all) for (const [kind, count] of one.plain) plain.set(kind, Math.max(plain.get(kind) ?? 0, count));
  return { plain, raised: Math.max(0, ...all.map(({ raised }) => raised)) };
}

/** The empty elements whose generated signs are as wide as what a cell has less than the others. */
function rooms(most: Signs, own: Signs): Element[] {
  const plain = [...most.plain].map(([kind, count]) => kind.repeat(count - (own.plain.get(kind) ?? 0))).join('');
  const raised = '0'.repeat(most.raised - own.raised);
  return [...room(plain, 'room'), ...room(raised, 'room', 'raised')];
}

function room(signs: string, ...className: string[]): Element[] {
  if (signs === '') return [];
  return [{ type: 'element', tagName: 'span', properties: { className, dataRoom: signs }, children: [] }];
}
