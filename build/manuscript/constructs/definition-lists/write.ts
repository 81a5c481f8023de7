import type { Nodes } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../tree.ts';

/** Writers of definition lists. */
export const definitionListsToMarkdown = {
  /** Terms on a line each, with the descriptions directly below, after colons. */
  definitionList(node: DefinitionList, _parent: Nodes | undefined, state: State, info: Info): string {
    let written = '';
    let before: DefinitionList['children'][number] | undefined;
    for (const child of node.children) {
      const isDescription = child.type === 'definitionDescription';
      const isLong = (one: typeof before): boolean => one?.type === 'definitionDescription' && one.children.length > 1;
      const parts =
        before?.type === 'definitionDescription' && (!isDescription || isLong(before) || isLong(child)) ? '\n\n' : '\n';
      written += `${before ? parts : ''}${isDescription ? describe(child, state, info) : term(child, state, info)}`;
      before = child;
    }
    return written;
  },
};

function term(node: DefinitionTerm, state: State, info: Info): string {
  return state.containerPhrasing(
    { type: 'paragraph', children: node.children },
    { ...info, before: '\n', after: '\n' },
  );
}

function describe(node: DefinitionDescription, state: State, info: Info): string {
  const exit = state.enter('definition');
  const text = state.containerFlow(node as never, info);
  exit();
  return state.indentLines(text, (line, i, isBlank) => (i === 0 ? `: ${line}` : isBlank ? '' : `  ${line}`));
}
