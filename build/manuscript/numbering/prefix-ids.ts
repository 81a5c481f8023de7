import type { Root } from 'hast';
import { idIn } from '../../issue/ids.ts';
import { visit } from '../../text/visit.ts';

/**
 * Prefixes every id in a tree, and the targets of its calls, with the article’s id, so that articles can share a
 * document. Removes the numbers of figures and tables, which only references need.
 */
export function prefixIds(tree: Root, article: string): void {
  visit(tree, 'element', ({ properties }) => {
    delete properties.dataNumber;
    delete properties.dataKind;
    if (typeof properties.id === 'string') properties.id = idIn(article, properties.id);
    if ((properties.className as string[] | undefined)?.includes('call'))
      properties.href = `#${idIn(article, String(properties.href).slice(1))}`;
  });
}
