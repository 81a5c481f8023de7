import type { Nodes } from 'mdast';
import { attributesOf, type NodeAttributes } from '../../tree.ts';

/** Attributes in braces, `{#id .class lang=uk}`; empty if there are none. */
export function braces({ id, classes = [], ...values }: NodeAttributes): string {
  const items = [
    ...(id ? [`#${id}`] : []),
    ...classes.map((name) => `.${name}`),
    ...Object.entries(values).map(([key, value]) => `${key}=${value}`),
  ];
  return items.length > 0 ? `{${items.join(' ')}}` : '';
}

/** The attributes of a node in braces. */
export function bracesOf(node: Nodes): string {
  return braces(attributesOf(node));
}
