import { PDFContext, PDFDocument, PDFHeader, PDFName } from '@cantoo/pdf-lib';
import { readCrossReferenceTable } from './cross-reference-table.ts';
import { LazyObjects, type ObjectChanges } from './lazy-objects.ts';
import { unexpectedAt } from './syntax.ts';

/**
 * Opens a PDF that Chrome or an earlier pass wrote; its dates stay as they are. Objects are read when they are looked
 * up, and streams are views of `pdf`, which must not change. Throws an Error for a third-party PDF, now or when an
 * object is looked up: use `PDFDocument.load` for those.
 */
export function openPdf(pdf: Uint8Array, changes: ObjectChanges = new Map()): PDFDocument {
  return open(pdf, changes, true);
}

/** Opens a PDF for one pass of reading: objects are not kept after they are looked up, and nothing can be changed. */
export function openToRead(pdf: Uint8Array): PDFDocument {
  return open(pdf, new Map(), false);
}

function open(pdf: Uint8Array, changes: ObjectChanges, keeps: boolean): PDFDocument {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const [, major, minor] = /^%PDF-(\d)\.(\d)\s/.exec(bytes.toString('latin1', 0, 9)) ?? [];
  if (major === undefined) throw unexpectedAt(bytes, 0, '%PDF- and a version');
  const context = PDFContext.create();
  context.header = PDFHeader.forVersion(Number(major), Number(minor));
  const references = readCrossReferenceTable(bytes, context);
  const { trailer, places, packed } = references;
  const [Root, Info, ID] = ['Root', 'Info', 'ID'].map((key) => trailer.get(PDFName.of(key)));
  context.trailerInfo = { ...(Root ? { Root } : {}), ...(Info ? { Info } : {}), ...(ID ? { ID } : {}) };
  context.largestObjectNumber = [...packed.keys()].reduce(
    (most, number) => Math.max(most, number),
    places.findLastIndex((place) => place > 0),
  );
  // pdf-lib offers no other way to give a document a source of objects: its own parser reads all of them at once.
  Object.assign(context, { indirectObjects: new LazyObjects(bytes, context, references, changes, keeps) });
  const Opened = PDFDocument as unknown as new (
    context: PDFContext,
    ignoreEncryption: boolean,
    dates: boolean,
  ) => PDFDocument;
  return new Opened(context, false, false);
}
