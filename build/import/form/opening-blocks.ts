import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { type AuthorPlace, firstWords } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';

/** The most blocks before the text that are looked at. */
export const maxOpening = 24;
/** The place of a block in the author’s file. */
export const placeOfBlock = (node: RootContent): AuthorPlace =>
  node.data?.from ?? {
    ...(node.position ? { line: node.position.start.line, column: 1 } : {}),
    words: firstWords(textOfTree(node)),
  };

/** The blocks before the text itself: up to the first heading that any article has, or a long paragraph. */
export function opening({ imported: { tree }, words }: FormContext): RootContent[] {
  const found: RootContent[] = [];
  for (const node of tree.children) {
    if (found.length >= maxOpening) break;
    const text = lineOfBlock(node);
    if (node.type === 'heading' && (words.is('headings', text) || words.is('references', text))) break;
    if (node.type === 'footnoteDefinition') continue;
    found.push(node);
  }
  return found;
}

/** Takes blocks out of the text. */
export function remove({ imported: { tree } }: FormContext, ...nodes: RootContent[]): void {
  tree.children = tree.children.filter((node) => !nodes.includes(node));
}

/** Declares words that are left out on purpose. */
export function leave({ imported }: FormContext, from: string, at: AuthorPlace, why: string): void {
  if (/[\p{L}\p{N}]/u.test(from)) imported.words.changes.push({ from, to: '', at, why });
}

/** The lines of a block, where its line ends may mean something. */
export function linesOfBlock(node: RootContent): string[] {
  const lines = node.data?.look?.lines ?? [lineOfBlock(node)];
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** A heading as a paragraph with its words and look. */
export function loweredHeading({ children, data }: Heading): Paragraph {
  return { type: 'paragraph', children, ...(data ? { data } : {}) };
}

/** A block without the emphasis that all of it has. */
export function unwrappedBlock<T extends RootContent>(node: T): T {
  if (node.type !== 'paragraph' && node.type !== 'heading') return node;
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim());
  const isWhole = children.length > 0 && children.every(({ type }) => type === 'emphasis' || type === 'strong');
  return isWhole
    ? { ...node, children: children.flatMap((child) => ('children' in child ? child.children : [])) }
    : node;
}

/** The words of a text, a block in a line. */
export function allText(tree: Root): string {
  return tree.children.map(textOfTree).join('\n');
}
