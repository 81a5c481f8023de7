import type { Blockquote } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import type { Source } from '../../tree.ts';
import { elementFor, mergeProperties, propertiesOf, withClasses } from '../html-element.ts';
import { groupStanzas, hasStanzas } from '../verse/html.ts';

/** Handlers for quotations and their sources. */
export const quotationsToHtml = {
  blockquote(state: State, node: Blockquote) {
    const properties = propertiesOf(node);
    const own = hasStanzas(node) ? withClasses(properties, 'verse') : properties;
    const hProperties = mergeProperties(own, node.data?.hProperties);
    const quotation = defaultHandlers.blockquote(state, { ...node, data: { ...node.data, hProperties } });
    return hasStanzas(node) ? { ...quotation, children: groupStanzas(quotation.children) } : quotation;
  },
  source: (state: State, node: Source) => elementFor(state, node, 'p', withClasses(propertiesOf(node), 'source')),
};
