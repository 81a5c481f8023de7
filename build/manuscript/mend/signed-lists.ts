import type { Edit } from './edits.ts';
import { quotationDepth, type SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';
import { isNextSign, type ListSign, readListSign } from './signs.ts';

interface Run {
  marks: number;
  indent: number;
  items: { line: SourceLine; at: number; sign: ListSign }[];
}

/**
 * Mends lists whose signs are letters, Roman numbers or in brackets, `a)`, `(1)`, `iv.`, and Pandoc’s numbered examples
 * `(@)`. A number of the same length replaces the sign, which is kept as data of the item
 * (`constructs/lists/signs.ts`). A single one counts as words: a list has at least two in order.
 */
export const mendSignedLists: Mender = (lines, rejected) => {
  const runs: Run[] = [];
  let open: Run[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.isMarkdown || line.text === '') continue;
    const depth = quotationDepth(line);
    const sign = readListSign(line.text);
    const afterBlank = (lines[at - 1]?.text ?? '') === '';
    if (sign) {
      const run = open.findLast((one) => one.marks === depth && one.indent === line.indent);
      const last = run?.items.at(-1)?.sign;
      if (run && last && isNextSign(sign, last)) {
        run.items.push({ line, at, sign });
        open = open.filter((one) => one.indent <= line.indent);
        continue;
      }
      const fresh: Run = { marks: depth, indent: line.indent, items: [{ line, at, sign }] };
      open = [...open.filter((one) => one.indent < line.indent), fresh];
      runs.push(fresh);
    } else if (afterBlank || /^#{1,6}\s/.test(line.text)) open = open.filter((one) => one.indent < line.indent);
  }
  const edits: Edit[] = [];
  const meant: MenderResult['meant'] = [];
  for (const { items } of runs) {
    const [first] = items;
    if (!first || items.length < first.sign.minItems || !first.sign.mayBegin) continue;
    if (items.some(({ line }) => rejected.has(line.textFrom))) continue;
    for (const [i, { line, at, sign }] of items.entries()) {
      const digits = sign.written.length - 1;
      const number = String(i + 1)
        .slice(-digits)
        .padStart(digits, '0');
      const mark = `${number}${sign.written.endsWith('.') ? '.' : ')'}`;
      // Directly below words, only the number 1 begins a list.
      const touches =
        i === 0 &&
        (lines[at - 1]?.text ?? '') !== '' &&
        quotationDepth(lines[at - 1] as SourceLine) === quotationDepth(line);
      if (touches) edits.push({ from: line.from, to: line.from, text: `${line.marks.trimEnd()}\n` });
      edits.push({ from: line.textFrom, to: line.textFrom + sign.written.length, text: mark });
      meant.push({
        at: line.textFrom,
        type: 'listItem',
        isSure: true,
        data: { sign: sign.written, kind: sign.kind, value: sign.value },
      });
    }
  }
  return { edits, meant };
};
