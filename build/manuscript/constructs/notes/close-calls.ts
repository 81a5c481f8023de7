import type { Parents, PhrasingContent, Root } from 'mdast';
import { visit } from '../../../text/visit.ts';

/**
 * Removes spaces before a note’s call, because it belongs to the word before it. A no-break space was meant, and stays;
 * so does the space before a call that begins a line.
 */
export function closeCalls() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some(({ type }) => type === 'footnoteReference')) return;
      const parent = node as Parents;
      const children = parent.children as PhrasingContent[];
      parent.children = children.flatMap((child, i): PhrasingContent[] => {
        if (child.type !== 'text' || children[i + 1]?.type !== 'footnoteReference') return [child];
        const value = child.value.replace(/[ \t\n]+$/, '');
        const before = children[i - 1];
        if (value === '' && (!before || before.type === 'break')) return [child];
        return value === '' ? [] : [value === child.value ? child : { ...child, value }];
      }) as typeof parent.children;
    });
  };
}
