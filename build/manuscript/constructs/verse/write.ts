import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { Stanza, Verse, VerseLine } from '../../tree.ts';
import { writeFence } from '../blocks/write-fence.ts';

/** Writers of verse. */
export const verseToMarkdown = {
  verse(node: Verse, _parent: Nodes | undefined, state: State, info: Info): string {
    const [first, ...rest] = node.children;
    const label = first?.type === 'label' ? first : undefined;
    const exit = state.enter('verse' as never);
    const written = writeFence({ name: 'verse', label, blocks: label ? rest : node.children, node }, state, info);
    exit();
    return written;
  },
  /** In verse, lines are written as they are; in a quotation each one after a bar, because its end would be lost. */
  stanza(node: Stanza, _parent: Nodes | undefined, state: State, info: Info): string {
    const inVerse = state.stack.lastIndexOf('verse' as never) > state.stack.lastIndexOf('blockquote');
    const lines = node.children.map((line) => ({ words: lineOf(line, state, info), indent: '  '.repeat(line.indent) }));
    const isOpen = lines.some(({ words }) => count(words, /(?<!\\)\[/g) !== count(words, /(?<!\\)\]/g));
    return lines
      .map(({ words, indent }) => {
        // Lines that would be read as a source, a bar or the end of the block get a bar in verse, too.
        return inVerse && !isOpen && !/^(?:--|[—–―|]|:{3}|\{)/.test(words)
          ? `${indent}${words}`
          : `| ${indent}${words}`;
      })
      .join('\n');
  },
};

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

function lineOf(node: VerseLine, state: State, info: Info): string {
  return state.containerPhrasing({ type: 'paragraph', children: node.children }, { ...info, before: ' ', after: '\n' });
}
