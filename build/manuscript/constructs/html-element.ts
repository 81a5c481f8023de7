import type { Element, ElementContent, Properties } from 'hast';
import type { Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { attributesOf, type NodeAttributes } from '../tree.ts';

/** A node whose HTML element has classes of its kind beside those of its attributes, and may be a `tagName`. */
export function withHtmlClasses<T extends Nodes>(node: T, className: readonly string[], tagName?: string): T {
  const data = { ...node.data, ...(tagName ? { hName: tagName } : {}), hProperties: { className: [...className] } };
  return { ...node, data };
}

/** The HTML element of a node. */
export function elementFor(
  state: State,
  node: Nodes,
  tagName: string,
  properties: Properties,
  children: ElementContent[] = state.all(node as never),
): Element {
  const element: Element = { type: 'element', tagName, properties, children };
  state.patch(node, element);
  return element;
}

/** A node’s attributes as HTML properties, in the order in which they were written. */
export function propertiesOf(node: Nodes): Properties {
  const properties: Properties = {};
  const { width, ...attributes } = attributesOf(node);
  for (const [key, value] of Object.entries(attributes) as [keyof NodeAttributes, string | string[]][]) {
    if (key === 'classes') properties.className = [...value];
    else if (key === 'height') properties.style = width ? `width: ${width}` : `height: ${value}`;
    else properties[key] = value as string;
  }
  if (width) properties.style = `width: ${width}`;
  return properties;
}

/** Adds properties to others, with the new classes last. */
export function mergeProperties(properties: Properties, { className, ...more }: Properties = {}): Properties {
  const all = { ...properties, ...more };
  return className ? withClasses(all, ...(className as string[])) : all;
}

/** Adds classes after those of some properties. */
export function withClasses(properties: Properties, ...names: string[]): Properties {
  return { ...properties, className: [...((properties.className as string[] | undefined) ?? []), ...names] };
}

/** Puts the class that names a node’s kind before its other classes. */
export function withKindClass({ className, ...properties }: Properties, kind: string): Properties {
  const own = ((className as string[] | undefined) ?? []).filter((name) => name !== kind);
  return { ...properties, className: [kind, ...own] };
}
