import type { PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';

/** Blocks in an element that Markdown has no type for; which one, its data say. */
export function group(
  tagName: string,
  children: readonly RootContent[],
  { position }: Pick<Node, 'position'>,
  properties: Record<string, string | string[]> = {},
): RootContent {
  return elementOf('group', tagName, children, position, properties);
}

/** Words in an element that Markdown has no type for. */
export function line(
  tagName: string,
  children: readonly PhrasingContent[],
  { position }: Pick<Node, 'position'>,
): RootContent {
  return elementOf('line', tagName, children, position, {});
}

function elementOf(
  type: string,
  hName: string,
  children: readonly RootContent[],
  position: Node['position'],
  hProperties: Record<string, string | string[]>,
): RootContent {
  return { type, children, data: { hName, hProperties }, ...(position ? { position } : {}) } as never;
}
