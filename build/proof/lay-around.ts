import { type PDFDocument, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { type Operation, writeOperations } from '../pdf-reading/content/content-stream.ts';
import { openPdf } from '../pdf-reading/file/open-pdf.ts';
import { streamOf } from '../pdf-reading/file/streams.ts';
import type { PrintedSheet, ProofMargins } from './proof-sheets.ts';

/**
 * Lays sheets around the pages of a finished PDF: every page becomes larger by its margins, and is painted over its
 * sheet, an artifact, which nobody reads aloud; so are the words marked that queries are about. Tags, links, labels and
 * bookmarks stay as they are.
 */
export async function layAround(
  document: PDFDocument,
  pdf: Uint8Array,
  sheets: readonly PrintedSheet[],
): Promise<void> {
  const { context } = document;
  const overlays = await document.embedPdf(openPdf(pdf), openPdf(pdf).getPageIndices());
  await document.flush();
  const end = context.register(streamOf(context, writeOperations([{ operator: 'Q', operands: [] }])));
  for (const [i, page] of document.getPages().entries()) {
    const [overlay, sheet] = [overlays[i], sheets[i]];
    if (!overlay || !sheet) throw new Error('A page of the proof has no sheet');
    const marks = markWords(page, sheet.queries);
    const after = marks.length > 0 ? context.register(streamOf(context, writeOperations(marks))) : end;
    const { x, y } = enlarge(page, sheet.margins);
    const name = 'ProofSheet';
    const content = writeOperations([
      { operator: 'BDC', operands: ['/Artifact', '<</Type/Page>>'] },
      { operator: 'q', operands: [] },
      { operator: 'cm', operands: ['1', '0', '0', '1', String(x), String(y)] },
      { operator: 'Do', operands: [`/${name}`] },
      { operator: 'Q', operands: [] },
      { operator: 'EMC', operands: [] },
      { operator: 'q', operands: [] },
    ]);
    const { node } = page;
    const drawn = node.get(PDFName.of('Contents'));
    const before = context.register(streamOf(context, content));
    const all = drawn instanceof PDFRef ? [drawn] : (node.Contents() as never as { asArray(): PDFRef[] }).asArray();
    node.set(PDFName.of('Contents'), context.obj([before, ...all, after]));
    node.setXObject(PDFName.of(name), overlay.ref);
  }
}

/** The operations that end a page and lay a colour over the words of its queries, as a marker would. */
function markWords(page: PDFPage, queries: PrintedSheet['queries']): Operation[] {
  const boxes = queries.flatMap((query) => query.boxes);
  if (boxes.length === 0) return [];
  const { x, y, height: whole } = page.getMediaBox();
  const { context } = page.doc;
  page.node.setExtGState(PDFName.of('QueryMark'), context.obj({ Type: 'ExtGState', BM: 'Multiply' }));
  const operation = (operator: string, ...operands: (string | number)[]): Operation => ({
    operator,
    operands: operands.map(String),
  });
  return [
    operation('Q'),
    operation('BDC', '/Artifact', '<</Type/Layout>>'),
    operation('q'),
    operation('gs', '/QueryMark'),
    operation('rg', 1, 0.91, 0.62),
    ...boxes.flatMap(([left, top, width, height]) => [
      operation('re', ...[x + left - 1, y + whole - top - height, width + 2, height].map((one) => one.toFixed(2))),
      operation('f'),
    ]),
    operation('Q'),
    operation('EMC'),
  ];
}

/** Makes a page larger by the margins of a proof. Returns its new lower left corner. */
function enlarge(page: PDFPage, { left, right, top, bottom }: ProofMargins): { x: number; y: number } {
  const { x, y, width, height } = page.getMediaBox();
  const box = [x - left, y - bottom, x + width + right, y + height + top].map((value) => Math.round(value * 1e4) / 1e4);
  for (const name of ['CropBox', 'BleedBox', 'TrimBox', 'ArtBox']) page.node.delete(PDFName.of(name));
  page.node.set(PDFName.of('MediaBox'), page.doc.context.obj(box));
  return { x: box[0] as number, y: box[1] as number };
}
