import type { FootnoteDefinition, FootnoteReference, Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';

/** Notes: the call `[^1]` with its text at the end of the manuscript, or all of it in place, `^[its words]`. */
export function notesToMarkdown(definitions: ReadonlyMap<string, FootnoteDefinition>) {
  return {
    footnoteReference: Object.assign(writeCall, {
      peek: (node: FootnoteReference) => (inPlace(definitions.get(node.identifier)) ? '^' : '['),
    }),
    footnoteDefinition(node: FootnoteDefinition, _parent: Nodes | undefined, state: State, info: Info): string {
      const exit = state.enter('footnoteDefinition');
      const text = state.containerFlow(node, info);
      exit();
      return `[^${labelOf(node)}]: ${state.indentLines(text, (line, i, isBlank) => (i === 0 || isBlank ? line : `    ${line}`))}`;
    },
  };

  function writeCall(node: FootnoteReference, _parent: Nodes | undefined, state: State, info: Info): string {
    const words = inPlace(definitions.get(node.identifier));
    if (!words) return `[^${labelOf(definitions.get(node.identifier) ?? node)}]`;
    const exit = state.enter('label');
    const text = state.containerPhrasing(words, { ...info, before: '[', after: ']' });
    exit();
    return `^[${text}]`;
  }
}

/** The words of a note that its author wrote in place: it has no label. */
export function inPlace(note: FootnoteDefinition | undefined) {
  const [only, ...others] = note?.children ?? [];
  return note && !note.label && only?.type === 'paragraph' && others.length === 0 ? only : undefined;
}

function labelOf({ label, identifier }: FootnoteDefinition | FootnoteReference): string {
  return label ?? identifier.replace(/\s+/g, '-');
}
