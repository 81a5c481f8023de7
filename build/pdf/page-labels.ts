import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** The label of a page in reader programs: a prefix, then its number, if it has one. */
export interface PageLabel {
  prefix: string;
  number?: number;
}

/**
 * The labels of an issue’s pages: the folio, whether it is printed or not; for the cover’s pages, which are not
 * counted, `Cover`, `Cover 2`. `folios` has an empty string for those.
 */
export function pageLabels(folios: readonly string[], cover: string): PageLabel[] {
  return folios.map((folio, i) => {
    if (/^\d+$/.test(folio)) return { prefix: '', number: Number(folio) };
    if (folio !== '') return { prefix: folio };
    return i === 0 ? { prefix: cover } : { prefix: `${cover} `, number: i + 1 };
  });
}

/** Writes the labels of a document’s pages, one range for each run of numbers (ISO 32000-2, 12.4.2). */
export function setPageLabels({ context, catalog }: PDFDocument, labels: readonly PageLabel[]): void {
  const ranges = labels.flatMap((label, i) => {
    const before = labels[i - 1];
    const goesOn =
      before !== undefined &&
      before.prefix === label.prefix &&
      before.number !== undefined &&
      label.number === before.number + 1;
    if (goesOn) return [];
    return [
      context.obj(i),
      context.obj({
        ...(label.prefix ? { P: PDFHexString.fromText(label.prefix) } : {}),
        ...(label.number === undefined ? {} : { S: 'D', St: label.number }),
      }),
    ];
  });
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: context.obj(ranges) }));
}
