import { tableCaptionOpening } from '../constructs/captions/label.ts';
import type { Edit } from './edits.ts';
import { quotationDepth, type SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';
import { cellsOf, isFramed, isGfmRule, isRule } from './rows.ts';

/**
 * Mends tables between bars whose second line, `|---|---|`, has too few or too many cells, has dashes of a word
 * processor or crosses of Org, or is missing; and captions right below the last row.
 */
export const mendPipeTables: Mender = (lines, rejected) => {
  const edits: Edit[] = [];
  const notices: NonNullable<MenderResult['notices']> = [];
  const meant: NonNullable<MenderResult['meant']> = [];
  const expect = (at: number): void => void meant.push({ at, type: 'table', data: {}, isSure: true });
  let rows = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    // An escaped bar does not separate cells, and a line of a definition is not a row.
    const isRow = line.isRow || (line.isMarkdown && /(?<!\\)\|/.test(line.text) && !/^:[ \t]*[^\s:|-]/.test(line.text));
    if (rows > 0 && line.isMarkdown && opensCaption(line.text)) {
      const above = lines[i - 1]?.text !== '';
      const head = line.text.startsWith(':') ? 'Table' : '';
      if (above) edits.push({ from: line.from, to: line.from, text: `${line.marks.trimEnd()}\n` });
      if (head) edits.push({ from: line.textFrom, to: line.textFrom, text: head });
      if (head && !/^:[ \t]/.test(line.text)) edits.push({ from: line.textFrom + 1, to: line.textFrom + 1, text: ' ' });
      rows = 0;
      continue;
    }
    if (line.text === '' && rows > 0) {
      const next = lines.findIndex(({ text }, at) => at > i && text !== '');
      if (/^:[ \t]/.test(lines[next]?.text ?? '')) continue;
    }
    if (!isRow) {
      rows = 0;
      continue;
    }
    if (line.isRow) {
      rows++;
      continue;
    }
    const before = lines[i - 1];
    const head =
      before?.isMarkdown && before.text.includes('|') && quotationDepth(before) === quotationDepth(line)
        ? before
        : undefined;
    if (isRule(line.text)) {
      const [rule, wanted] = [cellsOf(line.text), head ? cellsOf(head.text).length : 0];
      const body = bodyBelow(i);
      if (rejected.has((head ?? line).textFrom)) {
        rows = 0;
        continue;
      }
      if (head && (wanted !== rule.length || !isGfmRule(line.text))) mendRule(line, head, rule, wanted, body);
      else if (!head && body.length > 0 && !isRule(body[0]?.text ?? '')) {
        const columns = Math.max(rule.length, cellsOf(body[0]?.text ?? '').length);
        expect(line.textFrom);
        const empty = `|${'  |'.repeat(columns)}`;
        edits.push({
          from: line.textFrom,
          to: line.textFrom,
          text: `${empty}\n${line.marks}${' '.repeat(Math.min(line.indent, 3))}`,
        });
        if (columns !== rule.length || !isGfmRule(line.text)) replaceRule(line, rule, columns);
      }
      rows = 2 + body.length;
      i += body.length;
      continue;
    }
    // Rows without the line below the head.
    const body = bodyBelow(i);
    const all = [line, ...body];
    const starts = !head || !isFramed(head.text);
    if (
      starts &&
      body.length > 0 &&
      !isRule(body[0]?.text ?? '') &&
      !isRule(before?.text ?? '') &&
      all.every(({ text }) => isFramed(text))
    ) {
      const columns = cellsOf(line.text).length;
      if (columns > 1 && all.every(({ text }) => Math.abs(cellsOf(text).length - columns) <= 1)) {
        expect(line.textFrom);
        edits.push({
          from: line.to,
          to: line.to,
          text: `\n${line.marks}${' '.repeat(line.indent)}|${'---|'.repeat(columns)}`,
        });
        notices.push({
          kind: 'table-rule',
          rule: 'table-form',
          level: 'warning',
          at: line.textFrom,
          found: 'A table without a line |---|---| below its head; its first row is set as the head',
          fix: `Write |${'---|'.repeat(columns)} below its head; for a table without one, put an empty row |${'  |'.repeat(columns)} before it.`,
        });
        i += body.length;
        rows = all.length;
        continue;
      }
    }
    if (
      all.length === 1 &&
      rows === 0 &&
      isFramed(line.text) &&
      cellsOf(line.text).length > 1 &&
      (lines[i - 1]?.text ?? '') === ''
    )
      notices.push({
        kind: 'table-row',
        rule: 'table-form',
        level: 'warning',
        at: line.textFrom,
        found: 'A row between bars that is not a table; it is set as it stands',
        fix: `Write |${'---|'.repeat(cellsOf(line.text).length)} below it for the head of a table; for mere bars write \\|.`,
      });
    // A bar alone makes no row: it may stand in code, or between words.
    if (rows > 0 || isFramed(line.text)) rows++;
  }
  return { edits, meant, notices };

  function bodyBelow(at: number): SourceLine[] {
    const first = lines[at] as SourceLine;
    const body: SourceLine[] = [];
    for (let i = at + 1; i < lines.length; i++) {
      const line = lines[i] as SourceLine;
      if (!line.isMarkdown || !line.text.includes('|') || quotationDepth(line) !== quotationDepth(first)) break;
      body.push(line);
    }
    return body;
  }

  function mendRule(
    line: SourceLine,
    head: SourceLine,
    rule: readonly string[],
    wanted: number,
    body: readonly SourceLine[],
  ): void {
    const widest = Math.max(...body.map(({ text }) => cellsOf(text).length), 0);
    const columns = rule.length > wanted && widest >= rule.length ? rule.length : wanted;
    if (columns < 1) return;
    expect(head.textFrom + (/^(?:[-*+]|\d+[.)])[ \t]+/.exec(head.text)?.[0].length ?? 0));
    // The head lacks a cell that the other rows have.
    if (columns > wanted)
      edits.push({
        from: head.textFrom + head.text.length,
        to: head.to,
        text: `${/\|$/.test(head.text) ? '' : ' |'}${'  |'.repeat(columns - wanted)}`,
      });
    if (columns !== rule.length || !isGfmRule(line.text)) replaceRule(line, rule, columns);
    if (columns !== wanted || columns !== rule.length)
      notices.push({
        kind: 'table-columns',
        rule: 'table-form',
        level: 'info',
        at: line.textFrom,
        found: `A table whose head has ${wanted} cells, and the line below it ${rule.length}; it is set with ${columns} columns`,
        fix: `Write |${cellsFor(rule, columns).join('|')}| below its head.`,
      });
  }

  function replaceRule({ textFrom, text }: SourceLine, rule: readonly string[], columns: number): void {
    edits.push({
      from: textFrom,
      to: textFrom + text.length,
      text: `| ${cellsFor(rule, columns).join(' | ')} |`,
    });
  }
};

/** The cells of the line below a head, for a number of columns; those that were written are kept. */
function cellsFor(rule: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) => (rule[i] ?? '---').trim().replace(/[^:]+/g, '---') || '---');
}

/** True if a line begins a caption: with a word for a table and a colon, or with the colon alone, as in Pandoc. */
function opensCaption(text: string): boolean {
  return /^:[ \t]*[^\s:]/.test(text) || tableCaptionOpening.test(text.trimEnd());
}
