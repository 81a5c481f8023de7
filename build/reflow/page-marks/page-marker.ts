import type { Element } from 'hast';
import type { PageBreak } from './page-breaks.ts';

/** Makes the marker at the beginning of a page of the print edition. */
export type PageMarker = (page: PageBreak, inContents?: boolean) => Element;

/**
 * The marker of an e-book: it cannot be seen, but is read aloud. Its name is in `title`, which all checkers accept; axe
 * alone forbids `aria-label` here, because it does not know the role. In a contents, where no element may be without
 * words, the marker has both.
 */
export const pageMarker: PageMarker = ({ id, label }, inContents = false) => ({
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
});

/**
 * A document with a marker at its very beginning: in its section, or before the contents, which may hold nothing else.
 */
export function markBeginning(document: string, marker: string): string {
  const head = /<body[^>]*>\s*(?:<main\b[^>]*>\s*)?(?:<(?:section|article|div)\b[^>]*>)?/.exec(document);
  const at = head ? head.index + head[0].length : document.length;
  return document.slice(0, at) + marker + document.slice(at);
}
