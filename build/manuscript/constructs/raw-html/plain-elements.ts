import type { PhrasingContent, Root } from 'mdast';
import { visit } from '../../../text/visit.ts';
import { addAttributes, attributesOf, setAttributes } from '../../tree.ts';

/**
 * Replaces elements of raw HTML that mean the same as marks of Markdown, so that the tree has only one form of each.
 */
export function plainElements() {
  return (tree: Root): void => {
    visit(tree, 'htmlElement', (node, index, parent) => {
      const type = types[node.tagName];
      const { lang, ...others } = node.properties;
      if (!type || Object.keys(others).length > 0 || !parent || index === undefined) return;
      const { children, position } = node;
      const plain = { type, children, ...(position ? { position } : {}) } as PhrasingContent;
      setAttributes(plain, lang ? { lang } : {});
      addAttributes(plain, attributesOf(node));
      (parent.children as PhrasingContent[])[index] = plain;
    });
  };
}

const types: Readonly<Record<string, PhrasingContent['type']>> = {
  em: 'emphasis',
  strong: 'strong',
  del: 'delete',
  sup: 'superscript',
  sub: 'subscript',
  span: 'span',
};
