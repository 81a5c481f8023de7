import type { Element, ElementContent, Root } from 'hast';

/** What stands in for a folio until pages are made up: as wide as most are, so that lines seldom change when it comes. */
const unknown = '00';

/** A copy of a tree in which every page reference has room for the folio of what it links to. */
export function holdPageReferences<T extends Root | ElementContent[]>(tree: T): T {
  if (Array.isArray(tree)) return tree.map((node) => hold(node, false)) as T;
  return { ...tree, children: tree.children.map((node) => hold(node as ElementContent, false)) };
}

/** `inside` is whether the node stands in a page reference. */
function hold(node: ElementContent, inside: boolean): ElementContent {
  if (node.type !== 'element') return node;
  if (inside && hasClass(node, 'folio'))
    return { ...node, children: [{ type: 'text', value: node.properties.dataTo ? `\u2013${unknown}` : unknown }] };
  return { ...node, children: node.children.map((child) => hold(child, inside || hasClass(node, 'page-reference'))) };
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
