import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Puts the article’s id before every id in a tree, and before the targets of its calls, so that articles can share a document. Takes the
 * numbers off figures and tables, which only references ask for.
 */
export function prefixIds(tree: Root, prefix: string): void {
  visit(tree, 'element', ({ properties }) => {
    delete properties.dataNumber;
    if (typeof properties.id === 'string') properties.id = `${prefix}-${properties.id}`;
    if ((properties.className as string[] | undefined)?.includes('call'))
      properties.href = `#${prefix}-${String(properties.href).slice(1)}`;
  });
}
