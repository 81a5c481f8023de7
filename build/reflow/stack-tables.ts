import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { cellText } from '../manuscript/constructs/tables/cell-text.ts';
import type { CellSlot } from '../manuscript/constructs/tables/slots.ts';
import { plainPhrase } from '../manuscript/phrase.ts';
import { visit } from '../text/visit.ts';

/**
 * The widths of a box, in em, below which tables may be stacked. The last is that of the text on a wide screen; a table
 * that needs less than `always` fits any screen, and stays as it is.
 */
const always = 10;
const widths = [15, 20, 25, 30, 37, 44];

/** The classes of boxes, and the widths in em up to which their tables are stacked. */
export const stackingClasses = widths.map((width) => ({ name: `stack-${width}`, width: width - 0.01 }));

/**
 * The class that says below which width a table’s cells stand under each other: where its words no longer fit beside
 * each other. Widths of letters are those of usual faces: readers choose their own.
 * Undefined if they always do.
 */
export function stackingClass(slots: readonly CellSlot[]): string | undefined {
  const columns: number[] = [];
  for (const { cell, column, columns: span } of slots)
    if (span === 1) columns[column] = Math.max(columns[column] ?? 0, leastWidth(cell));
  for (const { cell, column, columns: span } of slots) {
    const sum = Array.from({ length: span }, (_, i) => columns[column + i] ?? 0).reduce(
      (all, one) => all + one + gap,
      0,
    );
    columns[column] = (columns[column] ?? 0) + Math.max(0, leastWidth(cell) + gap - sum);
  }
  const least = columns.reduce((sum, width) => sum + width + gap, -gap) * fontSize * reserve;
  if (least <= always) return undefined;
  const width = widths.find((one) => least <= one);
  return width === undefined ? 'stacked' : `stack-${width}`;
}

/** Of the chapter’s letters, those of tables; the white between columns; and what a face may be wider. */
const fontSize = 0.85;
const gap = 1;
const reserve = 1.08;

/** The least width of a cell, in em of its letters: that of its longest word, or of its number with all signs. */
function leastWidth(cell: Element): number {
  const text = cell.properties.dataPoint === undefined ? cellText(cell) : cellText(cell).replace(/\s/g, '\u00a0');
  const words = text.split(/[ \t\n\r\u2009]+|(?<=[-–—/])/);
  const heavy = cell.tagName === 'th' ? 1.06 : 1;
  const longest = words.reduce((most, word) => Math.max(most, widthOf(word)), 0) * heavy;
  // Lines of prose with one word each could be read, but nobody would want to.
  const easy = text.length > 50 ? 7 : 0;
  return Math.max(longest, easy, holdsPicture(cell) ? 6 : 0);
}

function widthOf(word: string): number {
  let width = 0;
  for (const sign of word) {
    if (/\p{M}/u.test(sign)) continue;
    width += /[.,:;'’|!ijltfіїj ()\u00a0]/.test(sign)
      ? 0.3
      : /[\p{Lu}mwMWшщжмюы%—]/u.test(sign)
        ? 0.74
        : /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)
          ? 1
          : 0.54;
  }
  return width;
}

function holdsPicture(cell: Element): boolean {
  let holds = false;
  visit(cell, 'element', ({ tagName }) => {
    holds ||= tagName === 'img';
  });
  return holds;
}

/**
 * Gives each cell the words of the heads above it, which it shows where cells stand under each other; and says to
 * screen readers that all of this is a table, which some of them forget where it does not look like one.
 */
export function labelCells(table: Element, slots: readonly CellSlot[], colon: string): void {
  const heads = slots.filter(({ part }) => part === 'thead');
  for (const { cell, part, column, columns } of slots) {
    const isHead = cell.tagName === 'th';
    const role = part === 'thead' ? 'columnheader' : 'rowheader';
    cell.properties = { role: isHead ? role : 'cell', ...cell.properties };
    if (isHead || part === 'thead' || textOf(cell).trim() === '') continue;
    const above = heads.filter((one) => one.column < column + columns && column < one.column + one.columns);
    const words = [...new Set(above.map(({ cell: head }) => plainPhrase(head.children).text).filter(Boolean))].join(
      ', ',
    );
    if (words) cell.properties.dataHead = /[:?!]$/.test(words) ? words : `${words}${colon}`;
  }
  table.properties = { role: 'table', ...table.properties };
  visit(table, 'element', (element) => {
    if (/^t(?:head|body|foot)$/.test(element.tagName)) element.properties = { role: 'rowgroup', ...element.properties };
    if (element.tagName === 'tr') element.properties = { role: 'row', ...element.properties };
  });
}
