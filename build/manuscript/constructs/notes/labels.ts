import type { Root } from 'mdast';
import { visit } from '../../../text/visit.ts';

/** The labels of the notes that a tree defines, as written. */
export function noteLabels(tree: Root): string[] {
  const labels: string[] = [];
  visit(tree, 'footnoteDefinition', (node) => void labels.push(node.label ?? node.identifier));
  return labels;
}
