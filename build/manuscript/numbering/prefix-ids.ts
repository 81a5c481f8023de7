import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { idIn } from '../../issue/ids.ts';

/**
 * Makes every id in a tree one of the article’s, and the targets of its calls, so that articles can share a document. Takes the numbers
 * off figures and tables, which only references ask for.
 */
export function prefixIds(tree: Root, article: string): void {
  visit(tree, 'element', ({ properties }) => {
    delete properties.dataNumber;
    if (typeof properties.id === 'string') properties.id = idIn(article, properties.id);
    if ((properties.className as string[] | undefined)?.includes('call'))
      properties.href = `#${idIn(article, String(properties.href).slice(1))}`;
  });
}
