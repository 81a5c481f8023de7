import type { State } from 'mdast-util-to-hast';
import type { Span, Subscript, Superscript } from '../../tree.ts';
import { elementFor, propertiesOf } from '../html-element.ts';

/** Handlers for spans, superscripts and subscripts. */
export const spansToHtml = {
  span: (state: State, node: Span) => elementFor(state, node, 'span', propertiesOf(node)),
  superscript: (state: State, node: Superscript) => elementFor(state, node, 'sup', propertiesOf(node)),
  subscript: (state: State, node: Subscript) => elementFor(state, node, 'sub', propertiesOf(node)),
};
