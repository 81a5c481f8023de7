import type { PageRecord } from './schema.ts';

/**
 * The number of pages before the first counted one: the cover and its back. An empty page before the title page may
 * have the first number, if that is even.
 */
export function uncountedPages({ pages }: { pages: readonly Pick<PageRecord['pages'][number], 'folio'>[] }): number {
  const first = pages.findIndex(({ folio }) => folio !== '');
  if (first < 0) return pages.length;
  return first > 0 && Number(pages[first]?.folio) % 2 === 0 ? first + 1 : first;
}
