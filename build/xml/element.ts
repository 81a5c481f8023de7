import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';

/** The content of an element: nothing, words, nodes, or a list of them. */
export type Content = string | ElementContent | undefined | false | readonly Content[];

/** The attributes of an element; those without a value are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element of XML. Attributes without a value are left out, and so is content that is undefined or empty. */
export function element(name: string, attributes: XmlAttributes = {}, ...content: readonly Content[]): Element {
  return { ...(x(name, { ...attributes }) as Element), children: flat(content) };
}

/** An element, or nothing where it would have no content. */
export function elementIfAny(
  name: string,
  attributes: XmlAttributes,
  ...content: readonly Content[]
): Element | undefined {
  const children = flat(content);
  return children.length > 0 ? element(name, attributes, children) : undefined;
}

/** The nodes of some content. */
export function flat(content: Content): ElementContent[] {
  if (!content) return [];
  if (typeof content === 'string') return [{ type: 'text', value: content }];
  return Array.isArray(content) ? content.flatMap(flat) : [content as ElementContent];
}
