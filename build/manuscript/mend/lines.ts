import type { Root } from 'mdast';
import { visit } from '../../text/visit.ts';

/** A line of a manuscript, with the blocks that contain it. */
export interface SourceLine {
  /** Offsets of the line, without its line end. */
  from: number;
  to: number;
  /** The marks of the quotations around it: `> > `. */
  marks: string;
  /** The columns by which its words are indented after these marks. */
  indent: number;
  /** Whether a list item begins on it, with its mark before the words. */
  isItem: boolean;
  /** The marks of the items that begin on it: `-`, `1.`, `* -`; empty if there are none. */
  signs: string;
  /** The offset of its words, and the words. */
  textFrom: number;
  text: string;
  /** Whether it is Markdown, not code, HTML or front matter. */
  isMarkdown: boolean;
  /** Whether only its indent makes it code: it may then belong to a construct that the parser does not know. */
  isIndentedCode: boolean;
  /** Whether the parser has read it as a row of a table. */
  isRow: boolean;
  /** The offset at which a fenced block of code ends, if this is its first line. */
  codeTo?: number;
}

/** The lines of a source, with what its parsed tree says of each. */
export function sourceLines(source: string, tree: Root): SourceLine[] {
  const taken = nonMarkdownRanges(source, tree);
  const rows = new Set<number>();
  visit(tree, 'tableRow', ({ position }) => void (position && rows.add(position.start.line)));
  visit(tree, 'table', ({ position }) => void (position && rows.add(position.start.line + 1)));
  // The offsets after the marks of list items, by line.
  const heads = new Map<number, number>();
  visit(tree, 'listItem', ({ position, children: [first] }) => {
    const { line } = position?.start ?? {};
    const start = first?.position?.start;
    if (line !== undefined && start?.line === line) heads.set(line, Math.max(heads.get(line) ?? 0, start.offset ?? 0));
  });
  const lines: SourceLine[] = [];
  let block = 0;
  for (let from = 0; from <= source.length; ) {
    const end = source.indexOf('\n', from);
    const to = end < 0 ? source.length : end;
    const line = source.slice(from, to);
    const marks = /^(?:[ \t]*>[ \t]?)*/.exec(line)?.[0] ?? '';
    const head = (heads.get(lines.length + 1) ?? from) - from;
    const isItem = head > marks.length && head < line.length;
    const space = isItem
      ? line.slice(marks.length, head).replace(/\S/g, ' ')
      : (/^[ \t]*/.exec(line.slice(marks.length))?.[0] ?? '');
    while ((taken[block]?.to ?? Infinity) <= from) block++;
    const within = taken[block];
    lines.push({
      from,
      to,
      marks,
      isItem,
      signs: isItem ? line.slice(marks.length, head).trim() : '',
      indent: columns(space),
      textFrom: from + marks.length + space.length,
      text: line.slice(marks.length + space.length).trimEnd(),
      isMarkdown: !(within && within.from <= Math.max(from, to - 1)),
      isIndentedCode: within?.isIndented === true && within.from <= Math.max(from, to - 1),
      isRow: rows.has(lines.length + 1),
      ...(within?.isCode && within.from >= from && within.from <= to ? { codeTo: within.to } : {}),
    });
    from = to + 1;
  }
  return lines;
}

/** The number of quotations around a line. */
export function quotationDepth({ marks }: SourceLine): number {
  return marks.split('>').length - 1;
}

function columns(space: string): number {
  let width = 0;
  for (const character of space) width += character === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** Ranges whose lines are not Markdown, in order. */
function nonMarkdownRanges(
  source: string,
  tree: Root,
): { from: number; to: number; isCode: boolean; isIndented: boolean }[] {
  const taken: ReturnType<typeof nonMarkdownRanges> = [];
  visit(tree, ['code', 'html', 'yaml', 'inlineCode', 'displayedFormula', 'image'], ({ type, position }) => {
    const from = position?.start.offset;
    const to = position?.end.offset;
    if (from === undefined || to === undefined) return;
    const stretch = source.slice(from, to);
    if (type === 'image' && !stretch.includes('\n')) return;
    // Text beside HTML or code within one line is Markdown.
    if ((type === 'html' || type === 'inlineCode') && !stretch.includes('\n')) {
      const line = source.lastIndexOf('\n', from - 1) + 1;
      if (type === 'inlineCode' || !/^[\s>]*$/.test(source.slice(line, from))) return;
    }
    const isFenced = /[`~]/.test(source[from] ?? '');
    taken.push({
      from,
      to: Math.max(to, from + 1),
      isCode: type === 'code' && isFenced,
      isIndented: type === 'code' && !isFenced,
    });
  });
  return taken.sort((a, b) => a.from - b.from);
}
