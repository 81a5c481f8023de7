import type { BuiltRecord } from './built-record.ts';
import type { ColumnOfPage, LinePlace } from './place-of-line.ts';

/** The place of a line in an issue. */
export interface ShownPlace {
  issue: string;
  place: LinePlace;
  /** How many columns the issue’s pages have at most. */
  columns: number;
  warning?: string;
}

/** A line of text that says where a line of a manuscript is: page, column and the words that are there. */
export function showPlace({ place: from, columns }: ShownPlace, asked: number): string {
  const parts = [pageOf(from)];
  const { to } = from;
  if (from.isFront) return `${parts[0]}: line ${asked} is front matter of the article that begins there`;
  if (from.note !== undefined) parts.push(`note ${from.note}`);
  else if (from.column !== undefined && columns > 1) parts.push(`${columnName(from.column, columns)} column`);
  if (from.words) parts.push(`words “${from.words}”`);
  const place = parts.join(', ');
  const start = from.line === asked ? place : `Nothing of line ${asked} is printed; line ${from.line} is on ${place}`;
  if (!to) return start;
  const where = to.index === from.index ? [] : [pageOf(to)];
  if (to.column !== undefined && columns > 1) where.push(`${columnName(to.column, columns)} column`);
  return `${start}; the line ends on ${where.join(', ') || 'the same page'}`;
}

function pageOf({ folio, index }: ColumnOfPage): string {
  return folio === '' ? `page ${index} of the PDF` : `page ${folio} (page ${index} of the PDF)`;
}

function columnName(column: number, columns: number): string {
  if (columns === 2) return column === 1 ? 'left' : 'right';
  return ['first', 'second', 'third', 'fourth'][column - 1] ?? `${column}th`;
}

/** The warning that an answer may be wrong, because the issue was built from other files; undefined if it was not. */
export function warningOf(
  issue: string,
  path: string,
  changed: BuiltRecord['changed'],
  isWhole: boolean,
): string | undefined {
  const again = `To be sure: offprint build ${issue}`;
  if (!isWhole) return `${path} has faults, so that not all of it is read: offprint check ${issue}`;
  if (changed === 'unknown') return `The pages of ${issue} are from an earlier build than its manuscripts. ${again}`;
  if (changed.includes(path)) return `${path} was changed after the pages were made. ${again}`;
  if (changed.length === 0) return undefined;
  const rest = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  return `${changed[0]}${rest} changed after the pages were made, which may have moved them. ${again}`;
}
