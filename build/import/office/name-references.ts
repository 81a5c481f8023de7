import type { Link, Root } from 'mdast';
import { attributesOf, type Captioned } from '../../manuscript/tree.ts';
import { visit } from '../../text/visit.ts';
import type { WordChange } from '../imported.ts';
import { firstWords } from '../imported.ts';
import { lineOfTree } from '../words-of-manuscript.ts';

/**
 * Makes references to figures and tables ones whose numbers are counted, where they name the number that is counted
 * anyway: `Figure 3`, or `3` alone. Others keep their words, and lead to the same place.
 */
export function nameReferences(tree: Root, changes: WordChange[]): void {
  const numbers = new Map<string, number>();
  const counts = { figure: 0, table: 0, listing: 0 };
  visit(tree, 'captioned', (node: Captioned) => {
    if (!node.children.some(({ type }) => type === 'caption')) return;
    const number = ++counts[node.kind];
    const { id } = attributesOf(node);
    if (id) numbers.set(id, number);
  });
  visit(tree, 'link', (link: Link) => {
    const number = link.url.startsWith('#') ? numbers.get(link.url.slice(1)) : undefined;
    if (number === undefined || link.data?.naming) return;
    const words = lineOfTree(link);
    const [, label, shown] = /^(\p{L}{2,12}\.? ?)?(\d+)\.?$/u.exec(words) ?? [];
    if (Number(shown) !== number) return;
    changes.push({ from: words, to: '', at: { words: firstWords(words) }, why: 'reference, whose number is counted' });
    link.children = [{ type: 'text', value: '?' }];
    link.data = { ...link.data, naming: label ? 'label' : 'number' };
  });
}
