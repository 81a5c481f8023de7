import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Info, State } from 'mdast-util-to-markdown';
import { isTheorem } from '../../mend/theorem-names.ts';
import { attributesOf } from '../../tree.ts';
import { writeFence } from './write-fence.ts';

/** Writers of blocks between colons. */
export const blocksToMarkdown = {
  containerDirective(node: ContainerDirective, _parent: Nodes | undefined, state: State, info: Info): string {
    const [first, ...rest] = node.children;
    const isLabel = first?.type === 'label' || (first?.type === 'lineHeading' && node.name === 'block');
    if (!isLabel) return writeFence({ name: node.name, blocks: node.children, node }, state, info);
    // A label with attributes of its own is written as a heading in the block, as in Quarto.
    if (first.type === 'label' && Object.keys(attributesOf(first)).length > 0) {
      const heading = { ...first, type: 'heading' as const, depth: 2 as const };
      return writeFence(
        { name: isTheorem(node.name) ? node.name : 'callout', blocks: [heading, ...rest], node },
        state,
        info,
      );
    }
    return writeFence({ name: node.name, label: first, blocks: rest, node }, state, info);
  },
};
