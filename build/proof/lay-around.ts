import { PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { savePdf } from '../pdf/save-pdf.ts';
import { writeOperations } from '../pdf-reading/content/content-stream.ts';
import { openPdf } from '../pdf-reading/file/open-pdf.ts';
import { streamOf } from '../pdf-reading/file/streams.ts';
import { proofMargins } from './proof-sheets.ts';

/**
 * Lays sheets around the pages of a finished PDF: every page becomes larger by the margins, and is painted over its
 * sheet, an artifact, which nobody reads aloud. Tags, links, labels and bookmarks stay as they are.
 */
export async function layAround(pdf: Uint8Array, sheets: Uint8Array): Promise<Uint8Array> {
  const document = openPdf(pdf);
  const { context } = document;
  const overlays = await document.embedPdf(openPdf(sheets), openPdf(sheets).getPageIndices());
  await document.flush();
  const after = context.register(streamOf(context, writeOperations([{ operator: 'Q', operands: [] }])));
  for (const [i, page] of document.getPages().entries()) {
    const overlay = overlays[i];
    if (!overlay) throw new Error('A page of the proof has no sheet');
    const { x, y } = enlarge(page);
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
  return savePdf(document);
}

/** Makes a page larger by the margins of a proof. Returns its new lower left corner. */
function enlarge(page: PDFPage): { x: number; y: number } {
  const { x, y, width, height } = page.getMediaBox();
  const { left, right, top, bottom } = proofMargins;
  const box = [x - left, y - bottom, x + width + right, y + height + top].map((value) => Math.round(value * 1e4) / 1e4);
  for (const name of ['CropBox', 'BleedBox', 'TrimBox', 'ArtBox']) page.node.delete(PDFName.of(name));
  page.node.set(PDFName.of('MediaBox'), page.doc.context.obj(box));
  return { x: box[0] as number, y: box[1] as number };
}
