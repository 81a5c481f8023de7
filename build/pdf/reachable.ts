import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/**
 * The objects of a document that can be reached from its catalogue, or that tell what the file is: all that is read of it. Sorted by number. What passes have put aside is
 * not among them, nor what was never looked at.
 */
export function reachable({ context }: PDFDocument): [PDFRef, PDFObject][] {
  const found = new Map<PDFRef, PDFObject | undefined>();
  const { Root, Info, ID } = context.trailerInfo;
  const waiting: (PDFObject | undefined)[] = [Root, Info, ID];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      // There is one object for each reference.
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
