import type { Blockquote, Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { Source } from '../../tree.ts';
import { writeFence } from '../blocks/write-fence.ts';
import { canBeSource } from './is-source.ts';

/** Writers of quotations and their sources. */
export const quotationsToMarkdown = {
  /**
   * Written between colons if the marks `>` would change its meaning: with broken lines, which would become verse, or
   * with headings, which would become bold lines.
   */
  blockquote(node: Blockquote, _parent: Nodes | undefined, state: State, info: Info): string {
    const [first, ...rest] = node.children;
    if (first?.type === 'label') return writeFence({ name: 'quotation', label: first, blocks: rest }, state, info);
    if (node.children.some(({ type }) => type === 'heading') || node.children.some(hasBreaks))
      return writeFence({ name: 'quotation', blocks: node.children }, state, info);
    const exit = state.enter('blockquote');
    const text = state.containerFlow(node, info);
    exit();
    return state.indentLines(text, (line, _, isBlank) => (isBlank ? '>' : `> ${line}`));
  },
  /** A source, after a dash. The last words of an epigraph are a source without a dash if they do not look like one. */
  source(node: Source, parent: Nodes | undefined, state: State, info: Info): string {
    const inEpigraph = parent?.type === 'containerDirective' || parent?.type === 'root';
    const dash = inEpigraph && !canBeSource(textOf(node).trim()) ? '' : '-- ';
    const place = { ...info, before: dash ? '- ' : '\n', after: '\n' };
    return `${dash}${state.containerPhrasing({ type: 'paragraph', children: node.children }, place)}`;
  },
};

function hasBreaks(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.some(({ type }) => type === 'break');
}
