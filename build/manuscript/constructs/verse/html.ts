import type { Nodes, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Stanza, Verse, VerseLine } from '../../tree.ts';
import { asKind, elementFor, propertiesOf, withClasses } from '../html-element.ts';

/** A stanza is a paragraph, and a line of it a span, so that whoever listens hears a stanza as one. */
export const verseToHtml = {
  verse: (state: State, node: Verse) => elementFor(state, node, 'div', asKind(propertiesOf(node), 'verse')),
  stanza(state: State, node: Stanza) {
    const parted = node.children.flatMap((line, i) =>
      i === 0 ? [line] : [{ type: 'break' }, line],
    ) as PhrasingContent[];
    return elementFor(
      state,
      node,
      'p',
      withClasses(propertiesOf(node), 'stanza'),
      state.all({ type: 'paragraph', children: parted }),
    );
  },
  verseLine: (state: State, node: VerseLine) =>
    elementFor(state, node, 'span', { className: ['line', ...(node.indent > 0 ? [`in-${node.indent}`] : [])] }),
};

/** Whether the words of a block are verse. */
export function hasStanzas(node: Nodes): boolean {
  return 'children' in node && node.children.some(({ type }) => type === 'stanza');
}
