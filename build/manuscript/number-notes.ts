import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/** A note in order, still in Markdown. */
export interface NumberedNote {
  number: number;
  definition: FootnoteDefinition;
}

/**
 * Numbers the notes by the order of their first call. A note called from another note comes right after it, as it would stand on the page.
 * Takes the definitions out of the tree.
 */
export function numberNotes(tree: Root, file: VFile): NumberedNote[] {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1);
    return index;
  });
  const numbered = new Map<string, NumberedNote>();
  const open: string[] = [];
  const walk = (node: Nodes): void => {
    visit(node, 'footnoteReference', ({ identifier, label, position }) => {
      const definition = definitions.get(identifier);
      if (!definition) return;
      if (open.includes(identifier)) {
        report(file, 'note-nested', {
          at: position,
          found: `The note [^${label ?? identifier}] calls itself`,
          fix: 'Remove one of the calls.',
        });
        return;
      }
      if (numbered.has(identifier)) return;
      numbered.set(identifier, { number: numbered.size + 1, definition });
      open.push(identifier);
      walk({ type: 'root', children: definition.children });
      open.pop();
    });
  };
  walk(tree);
  return [...numbered.values()];
}
