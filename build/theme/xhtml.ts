import type { ElementContent, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { visit } from '../text/visit.ts';

/**
 * Serialises hast as XHTML that an HTML parser reads the same way: void elements as `<br/>`, all others with an end
 * tag, `lang` doubled as `xml:lang` unless the document is HTML. hast-util-to-html writes HTML, which no EPUB may
 * contain.
 */
export function toXhtml(content: Root | ElementContent | readonly ElementContent[], isXml = true): string {
  const children = Array.isArray(content) ? [...content] : [content as Root | ElementContent];
  const tree = toXast({ type: 'root', children } as Root);
  visit(tree, 'element', ({ attributes }) => {
    // The document that the fragment goes into declares the namespace.
    if (attributes.xmlns === 'http://www.w3.org/1999/xhtml') delete attributes.xmlns;
    if (isXml && attributes.lang) attributes['xml:lang'] = attributes.lang;
  });
  // The end of a CDATA section is not allowed in text.
  return toXml(tree).replace(voidEnd, '/>').replaceAll(']]>', ']]&gt;');
}

/** The end tag of a void element, right behind its start tag; it occurs nowhere else. */
const voidEnd = /><\/(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)>/g;
