import type { Element, Root } from 'hast';
import { toXhtml } from '../../theme/xhtml.ts';
import { markPlace } from './mark-place.ts';
import { markWords } from './mark-words.ts';
import type { PageBreak } from './page-breaks.ts';
import { markBeginning, type PageMarker, pageMarker } from './page-marker.ts';

/** Puts the markers of printed pages into the documents of a book. */
export interface PageMarks {
  /** Marks the pages that begin in the text of an article, or in one of its notes. */
  mark(tree: Root, article: string, note?: string): void;
  /**
   * The marker of the page that begins with a document, for a template that puts it elsewhere than at the head; empty
   * if there is none.
   */
  start(path: string): string;
  /**
   * Marks the remaining pages in a whole document, by its path: one at its beginning, and those that begin in texts
   * from no manuscript.
   */
  finish(document: string, path: string): string;
  /** The pages that begin in the text or the notes of an article, at a known line. */
  placedIn(article: string): PageBreak[];
  /** True if a page is marked. */
  has(page: PageBreak): boolean;
  /** Takes pages as marked, by their ids: in markup that was kept. */
  take(ids: readonly string[]): void;
  /** The labels of pages whose beginning was not found. */
  unmarked(): string[];
}

/** The means to mark pages, each with the marker that `marker` makes. */
export function pageMarks(breaks: readonly PageBreak[], marker: PageMarker = pageMarker): PageMarks {
  const markup = (element: Element) => toXhtml(element, marker === pageMarker);
  const left = new Set(breaks);
  const placed = new Map<string, PageBreak[]>();
  for (const one of breaks) {
    if (one.place?.line === undefined) continue;
    const key = `${one.place.article} ${one.place.note ?? ''}`;
    placed.set(key, [...(placed.get(key) ?? []), one]);
  }

  return {
    mark(tree, article, note) {
      for (const one of placed.get(`${article} ${note ?? ''}`) ?? [])
        if (one.place && markPlace(tree, one.place, marker(one))) left.delete(one);
    },
    start(path) {
      const first = breaks.find((one) => !one.place && one.paths.includes(path));
      return first ? markup(marker(first)) : '';
    },
    finish(text, path) {
      let document = text;
      for (const [i, one] of breaks.entries()) {
        if (!left.has(one) || !one.paths.includes(path)) continue;
        let marked: string | undefined;
        const at = placesOfIds(document);
        if (!one.place) marked = at.has(one.id) ? document : markBeginning(document, markup(marker(one)));
        else {
          // Pages do not go back: the marker comes after that of the page before, and before that of the page after,
          // where these are in the document.
          const from = Math.max(...breaks.slice(0, i).flatMap(({ id }) => at.get(id) ?? []), 0);
          const after = breaks.slice(i + 1).flatMap(({ id }) => at.get(id) ?? []);
          const to = one.place.note ? Number.POSITIVE_INFINITY : Math.min(...after);
          marked = markWords(document, one.place.text, (inContents) => markup(marker(one, inContents)), {
            from,
            to,
          });
        }
        if (marked === undefined) continue;
        document = marked;
        left.delete(one);
      }
      return document;
    },
    placedIn: (article) => breaks.filter(({ place }) => place?.line !== undefined && place.article === article),
    has: (page) => !left.has(page),
    take(ids) {
      for (const one of breaks) if (ids.includes(one.id)) left.delete(one);
    },
    unmarked: () => [...left].map(({ label }) => label),
  };
}

/** Where each id of a document’s body stands. */
function placesOfIds(document: string): Map<string, number> {
  const ids = new Map<string, number>();
  const body = Math.max(0, document.indexOf('<body'));
  for (const { 1: id = '', index } of document.slice(body).matchAll(/ id="([^"]*)"/g))
    if (!ids.has(id)) ids.set(id, body + index);
  return ids;
}
