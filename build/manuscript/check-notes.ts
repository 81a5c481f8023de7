import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { nearest } from '../issue/nearest.ts';
import { sourceText } from './source-text.ts';

/**
 * Holds calls and notes to each other. Micromark leaves an undefined `[^x]` in the text without a word, so it is looked for there.
 * Runs on the tree as parsed, before anything is moved.
 */
export function checkNotes() {
  return (tree: Root, file: VFile): void => {
    const defined = new Map<string, FootnoteDefinition>();
    const called = new Set<string>();
    visit(tree, 'footnoteDefinition', (node) => {
      const first = defined.get(node.identifier);
      if (first) {
        const line = first.position?.start.line;
        report(file, 'note-once', {
          at: node.position?.start,
          found: `A second note [^${node.label ?? node.identifier}]; the first is on line ${line}`,
          fix: 'Give one of the two another label, in its call too.',
        });
      } else defined.set(node.identifier, node);
    });
    visit(tree, 'footnoteReference', (node: FootnoteReference) => void called.add(node.identifier));
    captionCalls(tree, called);
    const labels = [...defined.values()].map((node) => node.label ?? node.identifier);
    visit(tree, 'text', (node) => {
      for (const match of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
        const source = sourceText(node, file);
        if (source.escaped(match.index)) continue;
        const close = nearest(match[1] ?? '', labels);
        report(file, 'note-defined', {
          at: source.position(match.index, match.index + match[0].length),
          found: `No note is defined for ${match[0]}`,
          expected: `a paragraph that begins ${match[0]}:`,
          fix: close ? `Did you mean [^${close}]? Otherwise write the note.` : 'Write the note, or remove the call.',
        });
      }
    });
    for (const [identifier, node] of defined) {
      if (called.has(identifier)) continue;
      report(file, 'note-called', {
        at: node.position?.start,
        found: `The note [^${node.label ?? identifier}] is called nowhere`,
        fix: 'Put its call into the text, or remove the note.',
      });
    }
  };
}

/** Calls in figure captions stand in an image's title, which Markdown does not parse. */
function captionCalls(tree: Root, called: Set<string>): void {
  visit(tree, 'image', (node) => {
    for (const [, label = ''] of (node.title ?? '').matchAll(/\[\^([^\]\s]+)\]/g)) called.add(label.toLowerCase());
  });
}
