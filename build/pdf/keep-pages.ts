import type { PDFDocument } from '@cantoo/pdf-lib';

/** Takes all pages out of a document but those from one to another, counted from 0, the second not included. */
export function keepPages(document: PDFDocument, from: number, to: number): void {
  for (let page = document.getPageCount() - 1; page >= 0; page--)
    if (page < from || page >= to) document.removePage(page);
}
