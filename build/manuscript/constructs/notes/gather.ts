import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from '../../../text/visit.ts';
import { takeOut } from '../take-out.ts';

/**
 * Moves the notes to the end of the tree, in the order of their calls; their places in the text mean nothing. Uncalled
 * notes come last.
 */
export function gatherNotes() {
  return (tree: Root): void => {
    const notes = takeOut(tree, 'footnoteDefinition');
    const first = new Map<string, FootnoteDefinition>();
    for (const note of notes) if (!first.has(note.identifier)) first.set(note.identifier, note);
    const ordered = new Set<FootnoteDefinition>();
    const follow = (node: Nodes): void =>
      visit(node, 'footnoteReference', ({ identifier }) => {
        const note = first.get(identifier);
        if (note) ordered.add(note);
      });
    follow(tree);
    // A note called from another note comes after those called from the text. The set grows during this loop.
    for (const note of ordered) for (const child of note.children) follow(child);
    tree.children.push(...ordered, ...notes.filter((note) => !ordered.has(note)));
  };
}
