import type { Grid } from './grid.ts';
import type { SourceLine } from './lines.ts';

/** Where a column of a table under dashes stands; its dashes end at `end`. */
interface Column {
  from: number;
  to: number;
  end: number;
}

/** A line of crosses and dashes. */
export function isGridRule(text: string): boolean {
  return /^\+(?:[-=:]+\+)+$/.test(text);
}

/** Dashes in two groups or more. */
export function isDashes(text: string): boolean {
  return /^-{2,}(?: +-{2,})+$/.test(text) && /---/.test(text);
}

/** The line that closes a table. */
export function isEndLine(text: string): boolean {
  return /^ *-{3,}(?: +-{2,})* *$/.test(text);
}

/** A line behind its marks of quotation, its indent included; a tab goes to the next fourth column. */
export function rawOf({ indent, text }: SourceLine): string {
  let raw = ' '.repeat(indent);
  for (const character of text) raw += character === '\t' ? ' '.repeat(4 - (raw.length % 4)) : character;
  return raw;
}

/** The columns that groups of dashes stand for. */
export function columnsOf(dashes: string): Column[] {
  const groups = [...dashes.matchAll(/-+/g)].map(({ index, 0: group }) => ({ from: index, end: index + group.length }));
  return groups.map(({ from, end }, i) => ({
    from: i === 0 ? 0 : from,
    to: groups[i + 1]?.from ?? Infinity,
    end,
    start: from,
  }));
}

/** Whether no word stands across the gap between two columns in most lines: else these are dashes between paragraphs. */
export function fits(body: readonly SourceLine[], columns: readonly Column[]): boolean {
  const raws = body.map(rawOf).filter((raw) => raw.trim() !== '' && !isEndLine(raw));
  const crossing = raws.filter((raw) =>
    columns.slice(1).some(({ from }) => /\S/.test(raw[from - 1] ?? ' ') && /\S/.test(raw[from] ?? ' ')),
  );
  return crossing.length * 4 <= raws.length;
}

/** After Pandoc: by the side on which the head touches the ends of its dashes. */
export function alignOf(raw: string, { from, to, end, ...rest }: Column & { start?: number }): Grid['align'][number] {
  const start = rest.start ?? from;
  const cell = raw.slice(from, to);
  if (cell.trim() === '') return 'none';
  const left = from + cell.length - cell.trimStart().length <= start;
  const right = from + cell.trimEnd().length >= end;
  return left && right ? 'none' : left ? 'left' : right ? 'right' : 'center';
}

/** A cell whose bars are signs. */
export function escaped(cell: string): string {
  return cell.replace(/(?<!\\)\|/g, '\\|');
}
