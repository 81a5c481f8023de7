import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Terms } from '../terms.ts';
import type { Caption } from './figures.ts';

/** Numbers figures and tables that have a caption, each kind by itself, and puts “Figure 1” before the caption in the article’s language. */
export function numberCaptions(terms: Terms) {
  return (tree: Root): void => {
    const numbers = { figure: 0, table: 0 };
    visit(tree, 'captioned', (node) => {
      const caption = node.children.find((child): child is Caption => child.type === 'caption');
      if (!caption) return;
      const number = ++numbers[node.kind];
      const label = `${terms[node.kind] ?? node.kind}\u00a0${number}`;
      node.data.hProperties = { ...node.data.hProperties, dataNumber: String(number) };
      caption.children.unshift(
        {
          type: 'span',
          children: [{ type: 'text', value: label }],
          data: { hName: 'span', hProperties: { className: ['label'] } },
        },
        { type: 'text', value: ' ' },
      );
    });
  };
}
