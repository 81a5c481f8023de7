import {
  areColumns,
  columnAlignment,
  dashColumns,
  escapeBars,
  expandedLine,
  isDashes,
  isEndLine,
  isGridRule,
} from './dashes.ts';
import type { Edit } from './edits.ts';
import { type Grid, readGrid } from './grid.ts';
import { quotationDepth, type SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';

/**
 * Mends Pandoc’s tables without bars, “simple” and multi-line ones, whose columns are marked by dashes, and grid
 * tables. They become tables between bars. A grid with cells that span others is kept as written, in a block of code,
 * and reported.
 */
export const mendPandocTables: Mender = (lines, rejected) => {
  const edits: Edit[] = [];
  const notices: NonNullable<MenderResult['notices']> = [];
  const meant: NonNullable<MenderResult['meant']> = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    if (!line.isMarkdown) continue;
    const end = isGridRule(line.text) ? gridEnd(i) : undefined;
    if (end !== undefined && end > i) {
      const block = lines.slice(i, end + 1);
      const grid = readGrid(block.map(({ text }) => text));
      if (grid) write(block, grid);
      else {
        edits.push({ from: line.from, to: line.from, text: `${line.marks}\`\`\`\n` });
        meant.push({ at: line.from, type: 'code', data: { isTable: true } });
        const last = block.at(-1) as SourceLine;
        edits.push({ from: last.to, to: last.to, text: `\n${line.marks}\`\`\`` });
        tell(
          i,
          'A table in a grid whose cells span others; it is set as it stands, like code',
          'Write it as a table between bars, | a | b |, or in HTML: <table> with colspan.',
        );
      }
      i = end;
      continue;
    }
    const found = dashedTable(i);
    if (!found) continue;
    write(found.block, found.grid);
    i = found.last;
  }
  return { edits, meant, notices };

  function tell(at: number, found: string, fix: string): void {
    notices.push({ kind: found, rule: 'table-form', level: 'warning', at: lines[at]?.textFrom ?? 0, found, fix });
  }

  /** Replaces a table’s lines with rows between bars, each at its first line. */
  function write(block: readonly SourceLine[], { head, rows, align }: Grid): void {
    const [first] = block;
    if (!first || rejected.has(first.isItem ? first.textFrom : first.from + first.marks.length)) return;
    const base = ' '.repeat(
      first.isItem ? first.indent : Math.min(...block.filter(({ text }) => text !== '').map(({ indent }) => indent)),
    );
    const start = first.isItem ? first.textFrom : first.from + first.marks.length;
    meant.push({ at: start, type: 'table', data: {}, isSure: true });
    const bars = (cells: readonly string[]) => `| ${align.map((_, i) => cells[i] ?? '').join(' | ')} |`;
    const top = head ? bars(head.cells) : `|${'  |'.repeat(align.length)}`;
    const rule = `| ${align.map((side) => ({ left: ':--', right: '--:', center: ':-:', none: '---' })[side]).join(' | ')} |`;
    const written = new Map<number, string>([[0, `${top}\n${first.marks}${base}${rule}`]]);
    for (const { cells, line } of rows) written.set(Math.max(1, line), bars(cells));
    for (const [i, line] of block.entries()) {
      const text = written.get(i);
      const next = block[i + 1];
      if (text !== undefined && i === 0)
        edits.push({ from: start, to: line.to, text: `${first.isItem ? '' : base}${text}` });
      else if (text !== undefined)
        edits.push({ from: line.from + line.marks.length, to: line.to, text: `${base}${text}` });
      else edits.push({ from: line.from, to: next ? next.from : line.to, text: '' });
    }
    const last = block.at(-1) as SourceLine;
    edits.push({ from: last.to, to: last.to, text: `\n${first.marks.trimEnd()}` });
  }

  function gridEnd(from: number): number {
    const depth = quotationDepth(lines[from] as SourceLine);
    let end = from;
    for (let i = from + 1; i < lines.length; i++) {
      const line = lines[i] as SourceLine;
      if (!line.isMarkdown || quotationDepth(line) !== depth || !/^[+|]/.test(line.text)) break;
      if (isGridRule(line.text)) end = i;
    }
    return end;
  }

  function dashedTable(at: number): { block: SourceLine[]; last: number; grid: Grid } | undefined {
    const line = lines[at] as SourceLine;
    if (!isDashes(line.text)) return undefined;
    const depth = quotationDepth(line);
    const inside = (i: number): boolean =>
      (lines[i]?.isMarkdown || lines[i]?.isIndentedCode) === true && quotationDepth(lines[i] as SourceLine) === depth;
    const whole = (i: number): boolean => inside(i) && /^-{3,}$/.test(lines[i]?.text ?? '');
    const filled = (i: number): boolean => inside(i) && lines[i]?.text !== '';
    // A multi-line table opens with a line of dashes, or, without a head, with the line of its columns. Both end with a
    // line of dashes.
    let top = at;
    while (filled(top - 1) && !whole(top - 1) && at - top < 12) top--;
    const isFramed = whole(top - 1);
    const closes = closing(at, inside);
    const several = (isFramed || (top === at && closes !== undefined && hasBlank(at, closes))) && closes !== undefined;
    if (!several && top < at - 1) top = at - 1;
    if (!several && !filled(at + 1)) return undefined;
    const last = several ? (closes as number) : lastFilled(at, filled);
    const first = isFramed && several ? top - 1 : top;
    const columns = dashColumns(expandedLine(line));
    const body: Grid['rows'] = [];
    let row: { cells: string[]; line: number } | undefined;
    for (let i = at + 1; i <= last; i++) {
      const raw = expandedLine(lines[i] as SourceLine);
      if (raw.trim() === '' || (i === last && isEndLine(raw))) {
        row = undefined;
        continue;
      }
      const cells = columns.map(({ from, to }) => raw.slice(from, to).trim());
      if (row && several) row.cells = row.cells.map((cell, c) => `${cell} ${cells[c] ?? ''}`.trim());
      else {
        row = { cells, line: i - first };
        body.push(row);
      }
    }
    if (body.length === 0 || !areColumns(lines.slice(at + 1, last), columns)) return undefined;
    const headLines = lines.slice(top, at).map(expandedLine);
    const head =
      headLines.length > 0
        ? {
            cells: columns.map(({ from, to }) =>
              headLines
                .map((raw) => raw.slice(from, to).trim())
                .join(' ')
                .trim(),
            ),
            line: 0,
          }
        : undefined;
    const sample = headLines.at(-1) ?? expandedLine(lines[at + 1] as SourceLine);
    return {
      block: lines.slice(first, last + 1) as SourceLine[],
      last,
      grid: {
        ...(head ? { head: { cells: head.cells.map(escapeBars), line: 0 } } : {}),
        rows: body.map((one) => ({ ...one, cells: one.cells.map(escapeBars) })),
        align: columns.map((column) => columnAlignment(sample, column)),
      },
    };
  }

  function closing(at: number, inside: (i: number) => boolean): number | undefined {
    for (let i = at + 1; i < lines.length && i < at + 400 && inside(i); i++) {
      if (isEndLine(lines[i]?.text ?? '')) return i;
      if (/^#{1,6} /.test(lines[i]?.text ?? '')) return undefined;
    }
    return undefined;
  }

  function hasBlank(from: number, to: number): boolean {
    return lines.slice(from, to).some(({ text }) => text === '');
  }

  function lastFilled(at: number, filled: (i: number) => boolean): number {
    let last = at;
    while (filled(last + 1)) last++;
    return last;
  }
};
