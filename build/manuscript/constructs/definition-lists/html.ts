import type { State } from 'mdast-util-to-hast';
import { attributesOf, type DefinitionDescription, type DefinitionList, type DefinitionTerm } from '../../tree.ts';
import { elementFor, propertiesOf } from '../html-element.ts';

/** Handlers for definition lists. */
export const definitionListsToHtml = {
  definitionList: (state: State, node: DefinitionList) => elementFor(state, node, 'dl', propertiesOf(node)),
  definitionTerm: (state: State, node: DefinitionTerm) => elementFor(state, node, 'dt', propertiesOf(node)),
  /** A description of one paragraph has no `p`. */
  definitionDescription(state: State, node: DefinitionDescription) {
    const [only, ...rest] = node.children;
    const isLine = only?.type === 'paragraph' && rest.length === 0 && Object.keys(attributesOf(only)).length === 0;
    return elementFor(state, node, 'dd', propertiesOf(node), isLine ? state.all(only) : undefined);
  },
};
