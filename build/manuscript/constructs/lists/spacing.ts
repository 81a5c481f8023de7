import type { List, Node, Root } from 'mdast';
import { visit } from '../../../text/visit.ts';

/**
 * Reads which lists have an empty line between items, and which items between their blocks: these are loose (CommonMark
 * 5.3). The parser knows, except in notes, where it also counts the empty line after a list.
 */
export function readSpacing(tree: Root): void {
  visit(tree, 'list', (list: List) => {
    for (const item of list.children) item.spread = isSpaced(item.children) ?? item.spread ?? false;
    list.spread = isSpaced(list.children) ?? list.spread ?? false;
  });
}

/** True if an empty line separates two nodes that follow each other; undefined if the place of one is not known. */
function isSpaced(nodes: readonly Node[]): boolean | undefined {
  if (!nodes.every(({ position }) => position)) return undefined;
  const line = (node: Node | undefined, at: 'start' | 'end') => node?.position?.[at].line ?? 0;
  return nodes.some((node, i) => i > 0 && line(node, 'start') > line(nodes[i - 1], 'end') + 1);
}
