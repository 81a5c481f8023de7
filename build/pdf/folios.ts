import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';

/**
 * Reads on which page each id of a printed document lies, as its folio: `a1` → `5`. Chrome marks only ids that a link in the document goes to.
 * `firstPage` is the folio of the first page that is counted, `uncounted` the number of pages before it; ids on those have no folio.
 */
export async function readFolios(pdf: Uint8Array, firstPage: number, uncounted: number): Promise<Map<string, string>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pages = new Map(document.getPages().map((page, index) => [page.ref, index]));
  const folios: [string, string][] = [];
  for (const [name, value] of places?.entries() ?? []) {
    const page = pages.get(document.context.lookup(value, PDFArray).get(0) as PDFRef);
    if (page !== undefined && page >= uncounted) folios.push([name.decodeText(), String(page - uncounted + firstPage)]);
  }
  return new Map(folios.sort(([a], [b]) => (a < b ? -1 : 1)));
}
