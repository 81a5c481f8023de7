import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** Reads XML of ours. Throws an Error for what is not well-formed. */
export function readOurXml(bytes: Uint8Array): Root {
  return fromXml(new TextDecoder().decode(bytes).replace(/^\ufeff/, ''));
}

/** The elements of a name anywhere in a tree, in order. */
export function elementsNamed(tree: Root | Element, name: string): Element[] {
  return tree.children.flatMap((child) =>
    child.type === 'element' ? [...(child.name === name ? [child] : []), ...elementsNamed(child, name)] : [],
  );
}

/** The first element of a name right below another. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => child.type === 'element' && child.name === name);
}

/** The text of an element; undefined where there is none. */
export function wordsInside(element: Element | Root | undefined): string | undefined {
  if (!element) return undefined;
  return element.children
    .map((child) => (child.type === 'element' ? (wordsInside(child) ?? '') : child.type === 'text' ? child.value : ''))
    .join('');
}
