import type { Paragraph, RootContent } from 'mdast';
import type { Look } from '../imported.ts';
import { lineOfBlock } from './line-of.ts';

/** The value that most of the words in paragraphs have, in lists too, by their look; undefined if none has one. */
export function commonestLook(
  blocks: readonly RootContent[],
  measureOf: (look: Look) => number | undefined,
): number | undefined;
export function commonestLook(
  blocks: readonly RootContent[],
  measureOf: (look: Look) => string | undefined,
): string | undefined;
export function commonestLook(
  blocks: readonly RootContent[],
  measureOf: (look: Look) => number | string | undefined,
): number | string | undefined {
  const lengths = new Map<number | string, number>();
  for (const node of blocks.flatMap(paragraphsIn)) {
    const value = measureOf(node.data?.look ?? {});
    if (value !== undefined) lengths.set(value, (lengths.get(value) ?? 0) + lineOfBlock(node).length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function paragraphsIn(node: RootContent): Paragraph[] {
  if (node.type === 'paragraph') return [node];
  return node.type === 'list' ? node.children.flatMap(({ children }) => children.flatMap(paragraphsIn)) : [];
}
