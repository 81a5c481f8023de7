import type { FootnoteDefinition, FootnoteReference, Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';

/**
 * Writers of notes: the call `[^1]` with its text at the end of the manuscript, or the note in place, `^[its words]`.
 */
export function notesToMarkdown(definitions: ReadonlyMap<string, FootnoteDefinition>) {
  return {
    footnoteReference: Object.assign(writeCall, {
      peek: (node: FootnoteReference) => (wordsInPlace(definitions.get(node.identifier)) ? '^' : '['),
    }),
    footnoteDefinition(node: FootnoteDefinition, _parent: Nodes | undefined, state: State, info: Info): string {
      const exit = state.enter('footnoteDefinition');
      const text = state.containerFlow(node, info);
      exit();
      return `[^${labelOf(node)}]: ${state.indentLines(text, (line, i, isBlank) => (i === 0 || isBlank ? line : `    ${line}`))}`;
    },
  };

  function writeCall(node: FootnoteReference, _parent: Nodes | undefined, state: State, info: Info): string {
    const words = wordsInPlace(definitions.get(node.identifier));
    if (!words) return `[^${labelOf(definitions.get(node.identifier) ?? node)}]`;
    const exit = state.enter('label');
    const text = state.containerPhrasing(words, { ...info, before: '[', after: ']' });
    exit();
    return `^[${text}]`;
  }
}

/** The paragraph of a note that its author wrote in place, which has no label; undefined for others. */
export function wordsInPlace(note: FootnoteDefinition | undefined) {
  const [only, ...others] = note?.children ?? [];
  return note && !note.label && only?.type === 'paragraph' && others.length === 0 ? only : undefined;
}

function labelOf({ label, identifier }: FootnoteDefinition | FootnoteReference): string {
  return label ?? identifier.replace(/\s+/g, '-');
}
