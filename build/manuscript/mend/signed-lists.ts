import type { Edit } from './edits.ts';
import { depthOf, type SourceLine } from './lines.ts';
import type { Mender, Mending } from './mend.ts';
import { type Sign, signOf, succeeds } from './signs.ts';

interface Run {
  marks: number;
  indent: number;
  items: { line: SourceLine; at: number; sign: Sign }[];
}

/**
 * Lists whose signs are letters, Roman numbers, or stand in brackets: `a)`, `(1)`, `iv.`, and Pandoc’s numbered examples `(@)`. A sign gives way to a number of its length, and
 * is kept beside the item (`constructs/lists/signs.ts`). One alone is taken for words: at least two follow each other.
 */
export const mendSignedLists: Mender = (lines, refused) => {
  const runs: Run[] = [];
  let open: Run[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.free || line.text === '') continue;
    const depth = depthOf(line);
    const sign = signOf(line.text);
    const afterBlank = (lines[at - 1]?.text ?? '') === '';
    if (sign) {
      const run = open.findLast((one) => one.marks === depth && one.indent === line.indent);
      const last = run?.items.at(-1)?.sign;
      if (run && last && succeeds(sign, last)) {
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
  const meant: Mending['meant'] = [];
  for (const { items } of runs) {
    const [first] = items;
    if (!first || items.length < first.sign.least || !first.sign.mayBegin) continue;
    if (items.some(({ line }) => refused.has(line.textFrom))) continue;
    for (const [i, { line, at, sign }] of items.entries()) {
      const digits = sign.written.length - 1;
      const number = String(i + 1)
        .slice(-digits)
        .padStart(digits, '0');
      const mark = `${number}${sign.written.endsWith('.') ? '.' : ')'}`;
      // Only the number 1 by itself begins a list right below words.
      const touches =
        i === 0 && (lines[at - 1]?.text ?? '') !== '' && depthOf(lines[at - 1] as SourceLine) === depthOf(line);
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
