import type { PageRecord } from '../../record/schema.ts';
import type { Profile } from './profile.ts';

/**
 * The part of an issue that a PDF has: all of it for the screen, a file for the printer, or the offprint of the article
 * with a name.
 */
export type PdfPart = 'screen' | 'print' | 'cover' | 'imposed' | { offprint: string };

/** Returns the profile that a part is built to. */
export function profileFor(part: PdfPart): Profile {
  return part === 'screen' || typeof part === 'object' ? 'screen' : 'print';
}

/**
 * The folios of a PDF’s pages by the page record; undefined for what goes to the printer, for an article that the
 * record does not have, and for one of an issue that is not out.
 */
export function foliosFor(part: PdfPart, { pages, articles }: PageRecord, isAhead = false): string[] | undefined {
  if (part === 'screen') return pages.map(({ folio }) => folio);
  if (isAhead) return undefined;
  const article = typeof part === 'object' ? articles.find(({ name }) => name === part.offprint) : undefined;
  return article && pages.slice(article.firstIndex - 1, article.lastIndex).map(({ folio }) => folio);
}
