import type { Nodes } from 'mdast';
import { lineOfTree } from '../words-of-manuscript.ts';

/** Lines that were read, with the children that they were read of. */
const known = new WeakMap<Nodes, { children: unknown; line: string }>();

/**
 * The text of a block in one line, read once. The passes over the form look at each block many times; they move blocks
 * and give them other children, and change no text in its place.
 */
export function lineOfBlock(node: Nodes): string {
  const children = 'children' in node ? node.children : undefined;
  const found = known.get(node);
  if (found && found.children === children) return found.line;
  const line = lineOfTree(node);
  known.set(node, { children, line });
  return line;
}
