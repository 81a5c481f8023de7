import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

/**
 * The advance of each glyph of a font, by its code, in thousandths of the size (ISO 32000-1, 9.7.4.3). Chrome’s fonts
 * are composite ones.
 */
export function glyphWidthsOf(context: PDFContext, ref: PDFRef): (code: number) => number {
  const descendants = context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('DescendantFonts'), PDFArray);
  const font = descendants?.lookupMaybe(0, PDFDict);
  const widths = new Map<number, number>();
  const usual = font?.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  const list = font?.lookupMaybe(PDFName.of('W'), PDFArray);
  for (let at = 0; list && at < list.size(); ) {
    const first = list.lookup(at, PDFNumber).asNumber();
    const next = list.lookup(at + 1);
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, i) => {
        if (width instanceof PDFNumber) widths.set(first + i, width.asNumber());
      });
      at += 2;
    } else {
      const last = list.lookup(at + 1, PDFNumber).asNumber();
      for (let code = first; code <= last; code++) widths.set(code, list.lookup(at + 2, PDFNumber).asNumber());
      at += 3;
    }
  }
  return (code) => widths.get(code) ?? usual;
}
