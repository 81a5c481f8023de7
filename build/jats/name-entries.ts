import type { Element } from 'xast';
import { idIn } from '../issue/ids.ts';
import { visit } from '../text/visit.ts';

/** Gives each entry of a list of works an id that has none; no author can give such an id. */
export function nameEntries(root: Element, article: string): Element {
  let count = 0;
  visit(root, 'element', (element) => {
    if (element.name !== 'ref') return;
    count++;
    element.attributes = { id: idIn(article, `_ref-${count}`), ...element.attributes };
  });
  return root;
}
