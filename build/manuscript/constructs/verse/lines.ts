import type { PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';

/** A line of a paragraph as its author broke it. */
export interface BrokenLine {
  children: PhrasingContent[];
  /** Spaces before its first word. */
  indent: number;
  /** Whether a line break of Markdown or HTML ends it; the last line has none. */
  isBroken: boolean;
}

/**
 * The lines of a paragraph. Brackets keep their content on one line, because it may be a note. Emphasis over several
 * lines is divided.
 */
export function verseLines(children: readonly PhrasingContent[], file: VFile): BrokenLine[] {
  const lines: BrokenLine[] = [{ children: [], indent: 0, isBroken: false }];
  let depth = 0;
  const walk = (nodes: readonly PhrasingContent[], wrap: (line: PhrasingContent[], isEnd: boolean) => void): void => {
    let open: PhrasingContent[] = [];
    const end = (isBroken: boolean): void => {
      wrap(open, true);
      open = [];
      const last = lines.at(-1);
      if (last) last.isBroken = isBroken;
      lines.push({ children: [], indent: 0, isBroken: false });
    };
    for (const [i, node] of nodes.entries()) {
      if (node.type === 'break' || isBreak(node)) end(true);
      else if (node.type === 'text') {
        const source = sourceText(node, file);
        const { value } = node;
        let from = 0;
        for (let at = 0; at < value.length; at++) {
          if (value[at] === '[' && !source.isEscaped(at)) depth++;
          if (value[at] === ']' && !source.isEscaped(at)) depth = Math.max(0, depth - 1);
          if (value[at] !== '\n' || depth > 0) continue;
          const before = nodes[i - 1];
          // The end of a line with an HTML break.
          if (!(value.slice(0, at).trim() === '' && before && isBreak(before))) {
            if (at > from) open.push(source.slice(from, at));
            end(false);
          }
          from = at + 1;
        }
        if (from < value.length) open.push(from === 0 ? node : source.slice(from));
      } else if ('children' in node && node.children.some((child) => /^(?:break|text)$/.test(child.type))) {
        walk(node.children as PhrasingContent[], (line, isEnd) => {
          if (line.length > 0) open.push({ ...node, children: line } as PhrasingContent);
          if (!isEnd) return;
          wrap(open, true);
          open = [];
        });
      } else open.push(node);
    }
    wrap(open, false);
  };
  walk(children, (line) => void lines.at(-1)?.children.push(...line));
  for (const line of lines) {
    line.indent = indentOf(line.children[0], file);
    trim(line, file);
  }
  return lines.filter((line, i) => line.children.length > 0 || (i > 0 && i < lines.length - 1));
}

/** The spaces with which a text begins, of any width, tabs included. */
export function leadingSpaces(text: string): string {
  return /^[ \t\u00a0\u2000-\u200a\u202f\u3000]+/.exec(text)?.[0] ?? '';
}

/** The width of spaces, in spaces: a tab is four, an em space two. */
export function widthOf(spaces: string): number {
  return [...spaces].reduce((sum, space) => sum + (space === '\t' ? 4 : /[\u2001\u2003\u3000]/.test(space) ? 2 : 1), 0);
}

/** Moves the spaces at the beginning of a line to its indent, and removes those at its end. */
function trim(line: BrokenLine, file: VFile): void {
  const first = line.children[0];
  if (first?.type === 'text') {
    const spaces = leadingSpaces(first.value);
    if (spaces) {
      line.indent += widthOf(spaces);
      const rest = sourceText(first, file).slice(spaces.length);
      line.children = rest.value ? [rest, ...line.children.slice(1)] : line.children.slice(1);
    }
  }
  const last = line.children.at(-1);
  if (last?.type === 'text' && /\s+$/.test(last.value))
    line.children = [...line.children.slice(0, -1), sourceText(last, file).slice(0, last.value.trimEnd().length)];
}

/** The spaces before a node in its source line, after quotation marks `>`; Markdown drops them. */
function indentOf(node: PhrasingContent | undefined, file: VFile): number {
  const offset = node?.position?.start.offset;
  if (offset === undefined) return 0;
  const source = String(file);
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const rest = line.replace(/^(?:[ \t]*> ?)*/, '');
  return /^[ \t*_]*$/.test(rest) ? widthOf(rest.replace(/[*_]/g, '')) : 0;
}

function isBreak(node: PhrasingContent): boolean {
  return node.type === 'html' && /^<br\s*\/?>$/i.test(node.value);
}
