import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { aboveTarget, type FindTagPlace } from '../bookmarks.ts';

/** A destination on a page: its name, and its data after the page (ISO 32000-1, 12.3.2). */
interface Destination {
  name: PDFName;
  rest: PDFObject[];
}

/** The destinations of a document by their pages, counted from 0. */
export type Destinations = ReadonlyMap<number, readonly Destination[]>;

export function readDestinations(document: PDFDocument): Destinations {
  const numbers = new Map(document.getPages().map(({ ref }, number) => [ref, number]));
  const all = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<number, Destination[]>();
  for (const name of all?.keys() ?? []) {
    const place = all?.lookup(name);
    const page = place instanceof PDFArray ? numbers.get(place.get(0) as PDFRef) : undefined;
    if (!(place instanceof PDFArray) || page === undefined) continue;
    found.set(page, [...(found.get(page) ?? []), { name, rest: place.asArray().slice(1) }]);
  }
  return found;
}

/** Adds destinations that links from elsewhere may lead to; links inside need no more than the browser wrote. */
export function addDestinations({ catalog, context }: PDFDocument, ids: readonly string[], find: FindTagPlace): void {
  const all = catalog.lookup(PDFName.of('Dests'), PDFDict);
  for (const id of ids) {
    const place = find(id);
    if (!place || all.has(PDFName.of(id))) continue;
    all.set(PDFName.of(id), context.obj([place.page, 'XYZ', 0, Number((place.top + aboveTarget).toFixed(2)), 0]));
  }
}

/**
 * Gives a document an article’s own destinations. `pages` are its pages, by the number of the page that each
 * one is, or copies.
 */
export function setDestinations(
  document: PDFDocument,
  destinations: Destinations,
  isOwn: (id: string) => boolean,
  pages: ReadonlyMap<number, PDFPage>,
): void {
  const { context } = document;
  const own = context.obj({});
  for (const [number, { ref }] of pages) {
    for (const { name, rest } of destinations.get(number) ?? [])
      if (isOwn(name.decodeText())) own.set(name, context.obj([ref, ...rest.map((value) => value.clone(context))]));
  }
  document.catalog.set(PDFName.of('Dests'), own);
}
