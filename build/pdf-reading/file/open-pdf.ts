import { PDFContext, PDFDocument, PDFHeader, PDFName } from '@cantoo/pdf-lib';
import { readCrossReferences } from './cross-references.ts';
import { type Changes, ObjectsOnDemand } from './objects-on-demand.ts';
import { unknownAt } from './syntax.ts';

/**
 * Opens a PDF as the browser or an earlier pass wrote it, its dates left as they are. Its objects are read when they are looked up, and its streams are views of the bytes, which must stay as they are. Throws an
 * Error for a PDF that somebody else wrote, and may throw one at each look into it: `PDFDocument.load` is for those.
 */
export function openPdf(pdf: Uint8Array, changes: Changes = new Map()): PDFDocument {
  return open(pdf, changes, true);
}

/** Opens a PDF to be read through once: its objects are gone as soon as nobody has them in hand, and nothing in it can be changed. */
export function openToRead(pdf: Uint8Array): PDFDocument {
  return open(pdf, new Map(), false);
}

function open(pdf: Uint8Array, changes: Changes, keeps: boolean): PDFDocument {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const [, major, minor] = /^%PDF-(\d)\.(\d)\s/.exec(bytes.toString('latin1', 0, 9)) ?? [];
  if (major === undefined) throw unknownAt(bytes, 0, '%PDF- and a version');
  const context = PDFContext.create();
  context.header = PDFHeader.forVersion(Number(major), Number(minor));
  const references = readCrossReferences(bytes, context);
  const { trailer, places, packed } = references;
  const [Root, Info, ID] = ['Root', 'Info', 'ID'].map((key) => trailer.get(PDFName.of(key)));
  context.trailerInfo = { ...(Root ? { Root } : {}), ...(Info ? { Info } : {}), ...(ID ? { ID } : {}) };
  context.largestObjectNumber = [...packed.keys()].reduce(
    (most, number) => Math.max(most, number),
    places.findLastIndex((place) => place > 0),
  );
  // The library has no other way to put a file under a document: its own reads all of it at once.
  Object.assign(context, { indirectObjects: new ObjectsOnDemand(bytes, context, references, changes, keeps) });
  const Opened = PDFDocument as unknown as new (
    context: PDFContext,
    ignoreEncryption: boolean,
    dates: boolean,
  ) => PDFDocument;
  return new Opened(context, false, false);
}
