import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender } from './mend.ts';

/**
 * Puts a bar before each line between `:::verse` and `:::`, as in Pandoc’s line blocks, so that indents are kept, and
 * signs at the head of a line do not begin a list.
 */
export const mendVerse: Mender = (lines) => {
  const edits: Edit[] = [];
  let inside: { colons: number; marks: string; indent: number } | undefined;
  // The number of open brackets: a note in place may continue over lines.
  let depth = 0;
  for (const { text, isMarkdown, marks, from, to, indent, textFrom, signs } of lines) {
    const opens = /^(:{3,})(?:verse|poem|poetry|lines|line-block)\b(?!-)/.exec(text);
    if (!inside) {
      if (opens && isMarkdown) inside = { colons: (opens[1] ?? '').length, marks, indent };
      continue;
    }
    if (/^:{3,}$/.test(text) && text.length >= inside.colons) {
      inside = undefined;
      continue;
    }
    const goesOn = depth > 0 && text !== '';
    depth =
      text === ''
        ? 0
        : Math.max(0, depth + (text.match(/(?<!\\)\[/g)?.length ?? 0) - (text.match(/(?<!\\)\]/g)?.length ?? 0));
    if (goesOn) continue;
    if (/^\|(?:\s|$)/.test(text) || /^:{3,}/.test(text) || isSource.test(text) || /^\{[^}]*\}$/.test(text)) continue;
    const head = Math.min(from + inside.marks.length, to);
    const base = ' '.repeat(inside.indent);
    // A dash or number at the head of a line is the poet’s.
    const sign = signs ? `${signs} ` : '';
    const more = ' '.repeat(Math.max(0, indent - inside.indent - sign.length));
    edits.push({
      from: head,
      to: textFrom,
      text: text === '' ? `${inside.marks.slice(marks.length)}${base}|` : `${base}| ${more}${sign}`,
    });
  }
  return { edits: [...edits, ...mendIndentedStanzas(lines)] };
};

/**
 * Puts a bar before each line of a stanza that begins with an indent of four or more, in a quotation of lines broken by
 * hand: the parser has read it as code.
 */
function mendIndentedStanzas(lines: readonly SourceLine[]): Edit[] {
  const edits: Edit[] = [];
  for (let from = 0; from < lines.length; ) {
    const marks = lines[from]?.marks.trim() ?? '';
    let to = from + 1;
    while (to < lines.length && lines[to]?.marks.trim() === marks) to++;
    const quotation = lines.slice(from, to);
    from = to;
    if (marks === '' || !quotation.some(({ isMarkdown, text }) => isMarkdown && isBroken.test(text))) continue;
    // The parser has ended its code at the first line that stands further out.
    let inStanza = false;
    for (const line of quotation) {
      inStanza = line.text !== '' && (inStanza || line.isIndentedCode);
      if (inStanza && (line.isIndentedCode || line.isMarkdown) && !isSource.test(line.text))
        edits.push({ from: line.from + line.marks.length, to: line.textFrom, text: `| ${' '.repeat(line.indent)}` });
    }
  }
  return edits;
}

/** The end of a line that its author broke. */
const isBroken = /(?:\\|<br\s*\/?>)$/i;

/** The last line, after a dash, is the source. */
const isSource = /^(?:--|[—–―])/;
