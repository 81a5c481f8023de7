import 'mdast-util-to-hast';
import type { Data, RootContent } from 'mdast';

/** Adds a class to the HTML that a node becomes. */
export function addClass(node: RootContent, name: string): void {
  const data = (node.data ?? {}) as Data;
  const { className } = (data.hProperties ?? {}) as { className?: string[] };
  node.data = { ...data, hProperties: { ...data.hProperties, className: [...(className ?? []), name] } } as never;
}

/** Whether the HTML that a node becomes has a class. */
export function hasClass(node: RootContent, name: string): boolean {
  const { className } = ((node.data as Data | undefined)?.hProperties ?? {}) as { className?: string[] };
  return Array.isArray(className) && className.includes(name);
}
