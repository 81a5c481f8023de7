import type { Parents, Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';

/** Reads the commands that TeX has for the names of its programs, `\LaTeX`, `{\BibTeX}`, as the words. */
export function readTexNames() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some(mayName)) return;
      const parent = node as Parents;
      parent.children = (parent.children as RootContent[]).flatMap((child): RootContent[] =>
        mayName(child) ? named(child, file) : [child],
      ) as never;
    });
  };
}

function mayName(node: { type: string }): node is Text {
  return node.type === 'text' && (node as Text).value.includes('TeX');
}

const command = /\{\\((?:Bib|Xe|Lua|pdf)?(?:La)?TeX)\}|\\((?:Bib|Xe|Lua|pdf)?(?:La)?TeX)(?![A-Za-z])(?:\{\})?/g;

function named(text: Text, file: VFile): Text[] {
  const source = sourceText(text, file);
  const parts: Text[] = [];
  let from = 0;
  for (const match of text.value.matchAll(command)) {
    const { 0: whole, 1: braced, 2: bare, index } = match;
    if (source.isEscaped(index + (braced ? 1 : 0))) continue;
    if (index > from) parts.push(source.slice(from, index));
    const at = index + (braced ? 2 : 1);
    const value = braced ?? bare ?? '';
    parts.push({ ...source.slice(at, at + value.length), value });
    from = index + whole.length;
  }
  if (from === 0) return [text];
  if (from < text.value.length) parts.push(source.slice(from));
  return parts;
}
