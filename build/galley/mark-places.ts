import type { Element, ElementContent, Root } from 'hast';
import { markOf } from '../issue/places.ts';
import { hasClass } from '../text/has-class.ts';

/** Elements with lines of text, and rules (`hr`). */
const blocks = /^(p|li|h[1-6]|figcaption|td|th|dt|dd|blockquote|pre|hr)$/;

/** A copy of a tree in which every block has its place in the manuscript, in `data-pos`. */
export function markPlaces<T extends Root | ElementContent[]>(tree: T, article: string): T {
  if (Array.isArray(tree)) return tree.map((node) => markIn(node, article)) as T;
  return { ...tree, children: tree.children.map((node) => markIn(node as ElementContent, article)) };
}

function markIn(node: ElementContent, article: string): ElementContent {
  if (node.type !== 'element') return node;
  const start =
    blocks.test(node.tagName) || isBare(node) || hasClass(node, 'formula') ? node.position?.start : undefined;
  const properties: Element['properties'] = start
    ? { ...node.properties, dataPos: markOf(article, start) }
    : node.properties;
  return { ...node, properties, children: node.children.map((child) => markIn(child, article)) };
}

/** True for a figure without words, which contains no block that could have its place. */
function isBare({ tagName, children }: Element): boolean {
  return tagName === 'figure' && children.every((child) => child.type !== 'element' || child.tagName === 'img');
}
