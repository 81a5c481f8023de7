import type { PDFDocument } from '@cantoo/pdf-lib';
import { openPdf, openToRead } from '../pdf-reading/file/open-pdf.ts';
import { mendingsOf } from './mend-characters.ts';
import { putPictures, type SmallerPictures, smallerPictures } from './screen/smaller-pictures.ts';
import type { MarkedPage } from './tags/marked-pages.ts';
import { type PrintedTags, readPrintedTags } from './tags/read-printed-tags.ts';

/** A PDF that the browser printed, of which several editions are made. */
export interface PrintedFile {
  /** Opens it, its characters mended, as a document of its own: what one edition changes no other sees. */
  open: () => PDFDocument;
  /** What the browser printed of each planned tag. */
  tags: () => PrintedTags;
  /** Its pages as they were marked for the edition that was made first, by their number. */
  marked: Map<number, MarkedPage>;
  /** Makes the pictures of one of its documents no larger than a screen shows; for the second, those of the first are there. */
  fitToScreen: (document: PDFDocument) => Promise<void>;
}

const files = new WeakMap<Uint8Array, PrintedFile>();

/** Finds what all editions need to know of a PDF, once. Where it was found stays known as long as somebody has the bytes. */
export function printedFile(pdf: Uint8Array): PrintedFile {
  const known = files.get(pdf);
  if (known) return known;
  const mendings = mendingsOf(openToRead(pdf));
  let tags: PrintedTags | undefined;
  let smaller: Promise<SmallerPictures> | undefined;
  const file: PrintedFile = {
    open: () => openPdf(pdf, mendings),
    tags: () => {
      // The browser’s tags are most of the objects that it writes, and nobody needs them any more when they are read.
      tags ??= readPrintedTags(openToRead(pdf));
      return tags;
    },
    marked: new Map(),
    fitToScreen: async (document) => {
      if (smaller) return putPictures(document, await smaller);
      smaller = smallerPictures(document);
      await smaller;
    },
  };
  files.set(pdf, file);
  return file;
}
