import type { PDFDocument } from '@cantoo/pdf-lib';
import { cutToTrim } from './boxes.ts';
import { openPdf } from './file/open-pdf.ts';
import type { Printed } from './make-print.ts';
import { mendCharacters } from './mend-characters.ts';
import { type PrintedTags, readTags } from './tags/read-tags.ts';

/** What was printed, the copies for offprints with it, opened to be finished for reading on a screen. */
export interface Opened {
  /** Its pages are cut to their true size, and its characters are mended. */
  document: PDFDocument;
  tags: PrintedTags;
}

export function openReadable({ pdf, pages }: Printed): Opened {
  const document = openPdf(pdf);
  cutToTrim(document, pages.trimming);
  mendCharacters(document);
  return { document, tags: readTags(document) };
}
