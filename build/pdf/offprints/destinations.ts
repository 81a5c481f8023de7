import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';

/** Takes over the destinations that are an article’s own from the document that its pages were copied from. `pages` are the copies, by their number there. */
export function takeDestinations(
  source: PDFDocument,
  document: PDFDocument,
  isOwn: (id: string) => boolean,
  pages: ReadonlyMap<number, PDFPage>,
): void {
  const numbers = new Map(source.getPages().map(({ ref }, number) => [ref, number]));
  const all = source.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const own = document.context.obj({});
  for (const name of all?.keys() ?? []) {
    const place = all?.lookup(name);
    if (!isOwn(name.decodeText()) || !(place instanceof PDFArray)) continue;
    const page = pages.get(numbers.get(place.get(0) as PDFRef) ?? -1);
    const rest = place.asArray().slice(1);
    if (page) own.set(name, document.context.obj([page.ref, ...rest.map((value) => value.clone(document.context))]));
  }
  document.catalog.set(PDFName.of('Dests'), own);
}
