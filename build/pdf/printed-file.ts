import type { PDFDocument } from '@cantoo/pdf-lib';
import { openPdf, openToRead } from '../pdf-reading/file/open-pdf.ts';
import { characterMendings } from './mend-characters.ts';
import { putPictures, type SmallerPictures, smallerPictures } from './screen/smaller-pictures.ts';
import type { MarkedPage } from './tags/marked-pages.ts';
import { type PrintedTags, readPrintedTags } from './tags/read-printed-tags.ts';

/** A PDF that the browser printed, which several editions are made of. */
export interface PrintedFile {
  /** Opens it as a new document, with corrected characters: no edition sees the changes of another. */
  open: () => PDFDocument;
  /** The printed content of each planned tag. */
  tags: () => PrintedTags;
  /** Its pages with the marks of the first edition made of it, by their number. */
  marked: Map<number, MarkedPage>;
  /**
   * Makes the pictures of one of its documents no larger than a screen shows; a second document gets the pictures of
   * the first.
   */
  fitToScreen: (document: PDFDocument) => Promise<void>;
}

const files = new WeakMap<Uint8Array, PrintedFile>();

/** Reads the facts that all editions need from a PDF, once. They are kept as long as the bytes are in use. */
export function printedFile(pdf: Uint8Array): PrintedFile {
  const known = files.get(pdf);
  if (known) return known;
  const mendings = characterMendings(openToRead(pdf));
  let tags: PrintedTags | undefined;
  let smaller: Promise<SmallerPictures> | undefined;
  const file: PrintedFile = {
    open: () => openPdf(pdf, mendings),
    tags: () => {
      // The browser’s tags are most of the objects that it writes, and are not needed after they are read.
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
