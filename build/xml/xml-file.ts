import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** A document with its declaration, an element a line where an element has only elements. */
export function xmlFile(root: Element): Uint8Array {
  const text = toXml(indented(root, 0), { closeEmptyElements: true });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}

function indented(element: Element, depth: number): Element {
  const { children } = element;
  if (children.length === 0 || children.some(({ type }) => type === 'text')) return element;
  const between = (levels: number): ElementContent => ({ type: 'text', value: `\n${'  '.repeat(levels)}` });
  const inside = children.flatMap((child) => [
    between(depth + 1),
    child.type === 'element' ? indented(child, depth + 1) : child,
  ]);
  return { ...element, children: [...inside, between(depth)] };
}
