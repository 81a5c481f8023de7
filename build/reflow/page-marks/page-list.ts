import type { PageBreak } from './page-breaks.ts';

/** An entry of the list of printed pages. */
export interface PageEntry extends Pick<PageBreak, 'folio' | 'label' | 'lang'> {
  /** `on-margins.xhtml#page-47` */
  href: string;
}

/**
 * The list of the printed pages that are marked in documents, in reading order (EPUB 3.3, section 7.4.4). `marked` are
 * the ids of the markers in each document.
 */
export function pageListOf(
  marked: Iterable<[path: string, ids: readonly string[]]>,
  breaks: readonly PageBreak[],
): PageEntry[] {
  const known = new Map(breaks.map((one) => [one.id, one]));
  const list: PageEntry[] = [];
  for (const [path, ids] of marked) {
    for (const id of ids) {
      const page = known.get(id);
      if (page) list.push({ folio: page.folio, label: page.label, lang: page.lang, href: `${path}#${page.id}` });
    }
  }
  return list;
}
