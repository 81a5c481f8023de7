import type { Heading, Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { LineHeading } from '../../tree.ts';
import { bracesOf } from '../attributes/write.ts';
import { writeFence } from '../blocks/write-fence.ts';

/** Writers of headings. */
export const headingsToMarkdown = {
  heading: (node: Heading, _parent: Nodes | undefined, state: State, info: Info): string =>
    line('#'.repeat(node.depth), node, state, info),
  /**
   * In a note, a quotation or a list it is written as a heading. Elsewhere that would be read as a heading of the text.
   */
  lineHeading(node: LineHeading, parent: Nodes | undefined, state: State, info: Info): string {
    if (/^(?:blockquote|listItem|footnoteDefinition)$/.test(parent?.type ?? '')) return line('####', node, state, info);
    return writeFence({ name: 'block', label: node, blocks: [] }, state, info);
  },
};

function line(signs: string, node: Heading | LineHeading, state: State, info: Info): string {
  const exit = state.enter('headingAtx');
  const words = state.containerPhrasing(node as Heading, { ...info, before: '# ', after: '\n' });
  exit();
  const attributes = bracesOf(node);
  // Number signs at the end would be read as the end of the heading.
  const written = attributes ? words : words.replace(/(^|\s)(#+)$/, '$1\\$2');
  return [signs, written, attributes].filter(Boolean).join(' ');
}
