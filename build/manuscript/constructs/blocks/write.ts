import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Info, State } from 'mdast-util-to-markdown';
import { attributesOf } from '../../tree.ts';
import { fence } from './fence.ts';

/** Writers of blocks between colons. */
export const blocksToMarkdown = {
  containerDirective(node: ContainerDirective, _parent: Nodes | undefined, state: State, info: Info): string {
    const [first, ...rest] = node.children;
    const isLabel = first?.type === 'label' || (first?.type === 'lineHeading' && node.name === 'block');
    if (!isLabel) return fence(node.name, undefined, node.children, state, info, node);
    // A box’s label with attributes of its own is written as a heading in the box, as in Quarto.
    if (first.type === 'label' && Object.keys(attributesOf(first)).length > 0) {
      const heading = { ...first, type: 'heading' as const, depth: 2 as const };
      return fence('callout', undefined, [heading, ...rest], state, info, node);
    }
    return fence(node.name, first, rest, state, info, node);
  },
};
