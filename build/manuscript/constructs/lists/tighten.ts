import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Makes items tight of which one block is left: the empty line before a note or an address in them is none between paragraphs. */
export function tightenItems() {
  return (tree: Root): void => {
    visit(tree, 'listItem', (item) => {
      if (item.children.length < 2) item.spread = false;
    });
  };
}
