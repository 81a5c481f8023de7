import type { PDFDocument } from '@cantoo/pdf-lib';
import { openPdf, openToRead } from '../pdf-reading/file/open-pdf.ts';
import { cutToTrim } from './boxes.ts';
import { characterMendings } from './mend-characters.ts';
import type { LoadedUnit } from './printed-unit.ts';
import { putPictures, type SmallerPictures, smallerPictures } from './screen/smaller-pictures.ts';
import type { MarkedPage } from './tags/marked-pages.ts';
import { type PrintedTags, readPrintedTags } from './tags/read-printed-tags.ts';

/**
 * A printed unit, opened for the editions that are made of it. What several of them need is made for the first one, and
 * only if one needs it.
 */
export interface OpenedUnit {
  unit: LoadedUnit;
  /** Opens it as a new document, with corrected characters: no edition sees the changes of another. */
  open: () => PDFDocument;
  /** Opens it with pages that are cut to their trimmed size and pictures no larger than a screen shows. */
  openForScreen: () => Promise<PDFDocument>;
  /** The printed content of each planned tag. */
  tags: () => PrintedTags;
  /** Its pages with the marks of the first edition made of it, by their number. */
  marked: Map<number, MarkedPage>;
}

export function openUnit(unit: LoadedUnit): OpenedUnit {
  const { pdf, trimming } = unit;
  let mendings: ReturnType<typeof characterMendings> | undefined;
  let tags: PrintedTags | undefined;
  let smaller: Promise<SmallerPictures> | undefined;
  const open = () => {
    mendings ??= characterMendings(openToRead(pdf));
    return openPdf(pdf, mendings);
  };
  return {
    unit,
    open,
    openForScreen: async () => {
      const document = open();
      // The pictures of the first document are put into the others.
      if (smaller) putPictures(document, await smaller);
      smaller ??= smallerPictures(document);
      await smaller;
      cutToTrim(document, trimming);
      return document;
    },
    tags: () => {
      // The browser’s tags are most of the objects that it writes, and are not needed after they are read.
      tags ??= readPrintedTags(openToRead(pdf));
      return tags;
    },
    marked: new Map(),
  };
}
