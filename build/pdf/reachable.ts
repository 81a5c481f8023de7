import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/**
 * The objects that can be reached from a document’s catalogue or its identifying entries, sorted by number: all that
 * readers use. Objects that passes have replaced are not among them, nor those that were never read.
 */
export function reachable({ context }: PDFDocument): [PDFRef, PDFObject][] {
  const found = new Map<PDFRef, PDFObject | undefined>();
  const { Root, Info, ID } = context.trailerInfo;
  const waiting: (PDFObject | undefined)[] = [Root, Info, ID];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      // Equal references are the same object.
      if (found.has(object)) continue;
      const meant = context.lookup(object);
      found.set(object, meant);
      waiting.push(meant);
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  return [...found]
    .flatMap(([ref, object]): [PDFRef, PDFObject][] => (object ? [[ref, object]] : []))
    .sort(([{ objectNumber: one }], [{ objectNumber: other }]) => one - other);
}
