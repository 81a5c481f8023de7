import type { Nodes, Root } from 'mdast';
import { visit } from '../../text/visit.ts';
import { type AuthorPlace, firstWords } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';

/** A paragraph, heading or the like with its words, and the note that it is in. */
export interface SuspectText {
  text: string;
  node: Nodes;
  at: AuthorPlace;
  note?: string;
}

/** The blocks of a tree that have running words, notes too, without code. */
export function textsOf(tree: Root): SuspectText[] {
  const found: SuspectText[] = [];
  for (const block of tree.children) {
    const note = block.type === 'footnoteDefinition' ? (block.label ?? block.identifier) : undefined;
    visit(block, ['paragraph', 'heading', 'caption', 'verseLine', 'tableCell'], (node) => {
      const text = textOfTree(withoutCode(node as Nodes))
        .replace(/\s+/g, ' ')
        .trim();
      if (!text) return;
      const at = placeWithin(node as Nodes, block, text);
      found.push({ text, node: node as Nodes, at, ...(note === undefined ? {} : { note }) });
    });
  }
  return found;
}

/** The place of a node in its file: its own, or that of its block. */
export function placeWithin(node: Nodes, block: Nodes, text = textOfTree(node)): AuthorPlace {
  if (node.data?.from) return node.data.from;
  const own = node.position?.start ?? block.position?.start;
  return block.data?.from?.paragraph !== undefined || !own
    ? { ...block.data?.from, words: firstWords(text) }
    : { line: own.line, column: own.column, words: firstWords(text) };
}

function withoutCode<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[])
    .filter(({ type }) => !/^(?:inlineCode|code|formula|displayedFormula)$/.test(type))
    .map((child) => withoutCode(child));
  return { ...node, children } as T;
}
