import type { ElementContent, Root } from 'hast';
import { hasClass } from '../text/has-class.ts';

/**
 * The placeholder of a folio until pages are made up: as wide as most folios, so that lines seldom change when it is
 * replaced.
 */
const placeholder = '00';

/** Copies a tree and gives every page reference room for the folio of its target. */
export function reserveFolios<T extends Root | ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return tree.map((node) => reserveIn(node, false)) as T;
  return { ...tree, children: tree.children.map((node) => reserveIn(node as ElementContent, false)) };
}

/** `inside` is true if the node is in a page reference. */
function reserveIn(node: ElementContent, inside: boolean): ElementContent {
  if (node.type !== 'element') return node;
  if (inside && hasClass(node, 'folio'))
    return {
      ...node,
      children: [{ type: 'text', value: node.properties.dataTo ? `\u2013${placeholder}` : placeholder }],
    };
  return {
    ...node,
    children: node.children.map((child) => reserveIn(child, inside || hasClass(node, 'page-reference'))),
  };
}
