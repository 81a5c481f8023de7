import type { Blockquote, Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { Source } from '../../tree.ts';
import { fence } from '../blocks/fence.ts';
import { namesSource } from './read.ts';

export const quotationsToMarkdown = {
  /** Between colons where the marks `>` would make something else of it: verse of broken lines, a bold line of a heading. */
  blockquote(node: Blockquote, _parent: Nodes | undefined, state: State, info: Info): string {
    const [first, ...rest] = node.children;
    if (first?.type === 'label') return fence('quotation', first, rest, state, info);
    if (node.children.some(({ type }) => type === 'heading') || node.children.some(hasBreaks))
      return fence('quotation', undefined, node.children, state, info);
    const exit = state.enter('blockquote');
    const text = state.containerFlow(node, info);
    exit();
    return state.indentLines(text, (line, _, isBlank) => (isBlank ? '>' : `> ${line}`));
  },
  /** Behind a dash; the last words of an epigraph that do not look like those of a source are it without one. */
  source(node: Source, parent: Nodes | undefined, state: State, info: Info): string {
    const inEpigraph = parent?.type === 'containerDirective' || parent?.type === 'root';
    const dash = inEpigraph && !namesSource(textOf(node).trim()) ? '' : '-- ';
    const place = { ...info, before: dash ? '- ' : '\n', after: '\n' };
    return `${dash}${state.containerPhrasing({ type: 'paragraph', children: node.children }, place)}`;
  },
};

function hasBreaks(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.some(({ type }) => type === 'break');
}
