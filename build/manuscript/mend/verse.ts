import { canBeSource } from '../constructs/quotations/is-source.ts';
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
  let source = 0;
  for (const [i, { text, isMarkdown, marks, from, to, indent, textFrom, signs }] of lines.entries()) {
    const opens = /^(:{3,})(?:verse|poem|poetry|lines|line-block)\b(?!-)/.exec(text);
    if (!inside) {
      if (opens && isMarkdown) inside = { colons: (opens[1] ?? '').length, marks, indent };
      if (inside) source = sourceIn(lines, i, inside.colons);
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
    if (/^\|(?:\s|$)/.test(text) || /^:{3,}/.test(text) || i >= source || /^\{[^}]*\}$/.test(text)) continue;
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
 * The index of the line that may be the source of the verse that a line opens: the last with words that begins with a
 * dash, or the last but one below an empty line. Without one, that of the verse’s end.
 */
function sourceIn(lines: readonly SourceLine[], opening: number, colons: number): number {
  let end = opening + 1;
  while (end < lines.length && !(/^:{3,}$/.test(lines[end]?.text ?? '') && (lines[end]?.text.length ?? 0) >= colons))
    end++;
  let last = end - 1;
  while (last > opening && lines[last]?.text === '') last--;
  const isDash = (at: number) => at > opening && isLikelySource(lines[at]?.text ?? '');
  if (isDash(last)) return last;
  return isDash(last - 1) && /^\|?$/.test(lines[last - 2]?.text ?? '') ? last - 1 : end;
}

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

/** True for a line that begins with a dash and then as sources do; others with a dash are lines of the poem. */
function isLikelySource(text: string): boolean {
  const words = text
    .replace(isSource, '')
    .replace(/[*_[\]]/g, '')
    .trim();
  return isSource.test(text) && (canBeSource(words.replace(/[,:;]$/, '')) || /^\p{Ll}.*,/u.test(words));
}

/** The end of a line that its author broke. */
const isBroken = /(?:\\|<br\s*\/?>)$/i;

/** The last line, after a dash, is the source. */
const isSource = /^(?:-{2,3}|[—–―])/;
