import type { Grid } from './grid.ts';
import type { SourceLine } from './lines.ts';

/** The range of characters of a column in a table under dashes; `end` is the end of its dashes. */
interface Column {
  from: number;
  to: number;
  end: number;
}

/** True for a line of crosses and dashes. */
export function isGridRule(text: string): boolean {
  return /^\+(?:[-=:]+\+)+$/.test(text);
}

/** True for dashes in two groups or more. */
export function isDashes(text: string): boolean {
  return /^-{2,}(?: +-{2,})+$/.test(text) && /---/.test(text);
}

/** True for the line that closes a table. */
export function isEndLine(text: string): boolean {
  return /^ *-{3,}(?: +-{2,})* *$/.test(text);
}

/** A line after its quotation marks `>`, with its indent; tabs go to the next multiple of four columns. */
export function expandedLine({ indent, text }: SourceLine): string {
  let raw = ' '.repeat(indent);
  for (const character of text) raw += character === '\t' ? ' '.repeat(4 - (raw.length % 4)) : character;
  return raw;
}

/** The columns that groups of dashes mark. */
export function dashColumns(dashes: string): Column[] {
  const groups = [...dashes.matchAll(/-+/g)].map(({ index, 0: group }) => ({ from: index, end: index + group.length }));
  return groups.map(({ from, end }, i) => ({
    from: i === 0 ? 0 : from,
    to: groups[i + 1]?.from ?? Infinity,
    end,
    start: from,
  }));
}

/** True if in most lines no word crosses the gap between two columns; otherwise these are dashes between paragraphs. */
export function areColumns(body: readonly SourceLine[], columns: readonly Column[]): boolean {
  const raws = body.map(expandedLine).filter((raw) => raw.trim() !== '' && !isEndLine(raw));
  const crossing = raws.filter((raw) =>
    columns.slice(1).some(({ from }) => /\S/.test(raw[from - 1] ?? ' ') && /\S/.test(raw[from] ?? ' ')),
  );
  return crossing.length * 4 <= raws.length;
}

/** The alignment of a column, as Pandoc decides it: by the end of its dashes that the head is flush with. */
export function columnAlignment(
  raw: string,
  { from, to, end, ...rest }: Column & { start?: number },
): Grid['align'][number] {
  const start = rest.start ?? from;
  const cell = raw.slice(from, to);
  if (cell.trim() === '') return 'none';
  const left = from + cell.length - cell.trimStart().length <= start;
  const right = from + cell.trimEnd().length >= end;
  return left && right ? 'none' : left ? 'left' : right ? 'right' : 'center';
}

/** A cell with its bars escaped. */
export function escapeBars(cell: string): string {
  return cell.replace(/(?<!\\)\|/g, '\\|');
}
