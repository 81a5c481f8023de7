import type { PDFDocument } from '@cantoo/pdf-lib';

/** Removes all pages of a document except a range, counted from 0, the second bound not included. */
export function keepPages(document: PDFDocument, from: number, to: number): void {
  for (let page = document.getPageCount() - 1; page >= 0; page--)
    if (page < from || page >= to) document.removePage(page);
}
