import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { visit } from '../../text/visit.ts';
import { takeOut } from '../constructs/take-out.ts';

/** A note with its number, still in Markdown. */
export interface NumberedNote {
  number: number;
  definition: FootnoteDefinition;
}

/**
 * Numbers the notes in the order of their first calls. A note called from another note follows that note, as it would
 * on the page. Takes the definitions out of the tree.
 */
export function numberNotes(tree: Root, file: VFile): NumberedNote[] {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const node of takeOut(tree, 'footnoteDefinition'))
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  const numbered = new Map<string, NumberedNote>();
  // The notes that are being read. The first entry is the text; each note was called from the entry before it.
  const open = [{ label: '', calls: callsIn(tree) }];
  const opened = new Set<string>();
  for (let reading = open.at(-1); reading; reading = open.at(-1)) {
    const call = reading.calls.shift();
    const definition = call && definitions.get(call.identifier);
    if (!call) opened.delete(open.pop()?.label ?? '');
    else if (opened.has(call.identifier)) reportCircle(call, file);
    else if (definition && !numbered.has(call.identifier)) {
      numbered.set(call.identifier, { number: numbered.size + 1, definition });
      opened.add(call.identifier);
      open.push({ label: call.identifier, calls: callsIn({ type: 'root', children: definition.children }) });
    }
  }
  return [...numbered.values()];
}

function callsIn(node: Nodes): FootnoteReference[] {
  const calls: FootnoteReference[] = [];
  visit(node, 'footnoteReference', (call) => void calls.push(call));
  return calls;
}

function reportCircle({ label, identifier, position }: FootnoteReference, file: VFile): void {
  report(file, 'note-nested', {
    at: position,
    found: `The note [^${label ?? identifier}] calls itself`,
    fix: 'Remove one of the calls.',
  });
}
