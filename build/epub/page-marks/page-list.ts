import { visit } from 'unist-util-visit';
import type { Root } from 'xast';
import type { PageBreak } from './page-breaks.ts';

/** An entry of the list of printed pages. */
export interface PageEntry extends Pick<PageBreak, 'folio' | 'label' | 'lang'> {
  /** `on-margins.xhtml#page-47` */
  href: string;
}

/** The list of the printed pages that are marked in documents, in reading order (EPUB 3.3, section 7.4.4). */
export function pageListOf(documents: Iterable<[path: string, tree: Root]>, breaks: readonly PageBreak[]): PageEntry[] {
  const known = new Map(breaks.map((one) => [one.id, one]));
  const list: PageEntry[] = [];
  for (const [path, tree] of documents) {
    visit(tree, 'element', ({ attributes }) => {
      const page = attributes.role === 'doc-pagebreak' ? known.get(attributes.id ?? '') : undefined;
      if (page) list.push({ folio: page.folio, label: page.label, lang: page.lang, href: `${path}#${page.id}` });
    });
  }
  return list;
}
