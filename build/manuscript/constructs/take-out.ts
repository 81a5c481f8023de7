import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { visit } from '../../text/visit.ts';

/**
 * Takes all nodes of a type out of a tree, and with them quotations, list items and blocks that become empty. Returns
 * the nodes in order.
 */
export function takeOut<T extends RootContent['type']>(tree: Root, type: T): Extract<RootContent, { type: T }>[] {
  const taken: Extract<RootContent, { type: T }>[] = [];
  visit(tree, (node) => void (node.type === type && taken.push(node as (typeof taken)[number])));
  if (taken.length > 0) for (const node of [tree, ...taken]) if ('children' in node) prune(node as Parents, type);
  return taken;
}

function prune(parent: Parents, type: string): void {
  const kept = (parent.children as Nodes[]).filter((child) => {
    if (child.type === type) return false;
    if (!('children' in child) || child.children.length === 0) return true;
    prune(child, type);
    return child.children.length > 0;
  });
  if (kept.length === parent.children.length) return;
  parent.children = kept as typeof parent.children;
  // The empty line before the node that was taken out did not separate paragraphs.
  if (parent.type === 'listItem' && kept.length < 2) parent.spread = false;
}
