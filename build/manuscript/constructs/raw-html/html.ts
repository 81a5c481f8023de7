import type { State } from 'mdast-util-to-hast';
import type { HtmlBlock, HtmlElement } from '../../tree.ts';
import { elementFor, propertiesOf } from '../html-element.ts';

/** Handlers for raw HTML. */
export const rawToHtml = {
  htmlElement: (state: State, node: HtmlElement) =>
    elementFor(state, node, node.tagName, { ...node.properties, ...propertiesOf(node) }),
  // A copy, because later steps change tables.
  htmlBlock: (state: State, node: HtmlBlock) =>
    elementFor(state, node, node.tagName, { ...node.properties, ...propertiesOf(node) }, structuredClone(node.content)),
};
