import type { Element, ElementContent, Root } from 'hast';

/** What stands in for a folio that is not known yet: as wide as most are, so that lines seldom change when it comes. */
const unknown = '00';

/** A copy of a tree in which every page reference says the folio of what it links to. */
export function fillPageReferences<T extends Root | ElementContent[]>(tree: T, folios: ReadonlyMap<string, string>): T {
  if (Array.isArray(tree)) return tree.map((node) => fill(node, folios, undefined)) as T;
  return { ...tree, children: tree.children.map((node) => fill(node as ElementContent, folios, undefined)) };
}

/** `target` is the id that the nearest page reference around the node links to. */
function fill(node: ElementContent, folios: ReadonlyMap<string, string>, target: string | undefined): ElementContent {
  if (node.type !== 'element') return node;
  if (target !== undefined && hasClass(node, 'folio')) {
    return { ...node, children: [{ type: 'text', value: folios.get(target) ?? unknown }] };
  }
  const inside = hasClass(node, 'page-reference') ? String(node.properties.href).slice(1) : target;
  return { ...node, children: node.children.map((child) => fill(child, folios, inside)) };
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
