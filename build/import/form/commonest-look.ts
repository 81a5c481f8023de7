import type { RootContent } from 'mdast';
import type { Look } from '../imported.ts';
import { lineOfTree } from '../words-of-manuscript.ts';

/** The value that most of the words in paragraphs have, by their look; undefined if no paragraph has one. */
export function commonestLook(
  blocks: readonly RootContent[],
  measureOf: (look: Look) => number | undefined,
): number | undefined {
  const lengths = new Map<number, number>();
  for (const node of blocks) {
    const value = node.type === 'paragraph' ? measureOf(node.data?.look ?? {}) : undefined;
    if (value !== undefined) lengths.set(value, (lengths.get(value) ?? 0) + lineOfTree(node).length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
}
