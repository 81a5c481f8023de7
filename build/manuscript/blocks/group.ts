import type { RootContent } from 'mdast';
import type { Node } from 'unist';

/** Blocks in an element that Markdown has no type for; which one, its data say. */
export function group(
  tagName: string,
  children: readonly RootContent[],
  { position }: Pick<Node, 'position'>,
  properties: Record<string, string | string[]> = {},
): RootContent {
  return {
    type: 'group',
    children,
    data: { hName: tagName, hProperties: properties },
    ...(position ? { position } : {}),
  } as never;
}
