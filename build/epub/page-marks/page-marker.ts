import type { Element } from 'hast';
import { toXhtml } from '../../theme/xhtml.ts';
import type { PageBreak } from './page-breaks.ts';

/**
 * What marks the beginning of a page of the print edition: nothing to be seen, a word to be heard. It is named by `title`, which all checkers accept; axe by itself
 * takes `aria-label` for forbidden here, since it does not know the role. In a contents, where nothing may be without words, it has both.
 */
export function pageMarker({ id, label }: PageBreak, inContents = false): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      'epub:type': 'pagebreak',
      role: 'doc-pagebreak',
      id,
      title: label,
      ...(inContents ? { ariaLabel: label } : {}),
    },
    children: [],
  };
}

/** A document with a marker at its very beginning: in its section, or before the contents, which may have nothing else in them. */
export function markBeginning(document: string, page: PageBreak): string {
  const head = /<body[^>]*>\s*(?:<main\b[^>]*>\s*)?(?:<(?:section|article|div)\b[^>]*>)?/.exec(document);
  const at = head ? head.index + head[0].length : document.length;
  return document.slice(0, at) + toXhtml(pageMarker(page)) + document.slice(at);
}
