import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';

type Child = ElementContent | string | undefined | false | readonly Child[];

/** An element of XML. Children that are undefined are left out; so are attributes. */
export function x(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Child[]
): Element {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  return { type: 'element', name, attributes: Object.fromEntries(given), children: children.flatMap(childrenOf) };
}

/** An element with a text; undefined for a text that is undefined or empty. */
export function xText(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): Element | undefined {
  return text ? x(name, attributes, text) : undefined;
}

/** A document with its declaration, an element a line where an element has only elements. */
export function xmlFile(root: Element): Uint8Array {
  const text = toXml(indented(root, 0), { closeEmptyElements: true });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}

function childrenOf(child: Child): ElementContent[] {
  if (Array.isArray(child)) return child.flatMap(childrenOf);
  if (!child) return [];
  return [typeof child === 'string' ? { type: 'text', value: child } : (child as ElementContent)];
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
