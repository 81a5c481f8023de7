import type { ElementContent } from 'hast';
import { classesOf } from './class-names.ts';

/** A title for a line that is a link itself: without links and calls, and without ids, which stand once. */
export function plainLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (classesOf(node).includes('call')) return [];
    const children = plainLine(node.children);
    if (node.tagName === 'a') return children;
    const { id: _id, ...properties } = node.properties;
    return [{ ...node, properties, children }];
  });
}
