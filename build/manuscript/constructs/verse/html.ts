import type { Nodes, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Stanza, Verse, VerseLine } from '../../tree.ts';
import { elementFor, propertiesOf, withClasses, withKindClass } from '../html-element.ts';

/**
 * Handlers for verse. A stanza is a paragraph with a span for each line, so that a screen reader reads it as one
 * paragraph.
 */
export const verseToHtml = {
  verse: (state: State, node: Verse) => elementFor(state, node, 'div', withKindClass(propertiesOf(node), 'verse')),
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

/** True if a block contains verse. */
export function hasStanzas(node: Nodes): boolean {
  return 'children' in node && node.children.some(({ type }) => type === 'stanza');
}
