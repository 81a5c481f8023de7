import {
  PDFArray,
  type PDFDocument,
  PDFHeader,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { writeOperations } from '../../pdf-reading/content/content-stream.ts';
import { openPdf } from '../../pdf-reading/file/open-pdf.ts';
import { ownStreamData, streamOf } from '../../pdf-reading/file/streams.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import { boxesOf } from '../boxes.ts';
import type { DocumentFacts } from '../document-facts.ts';
import { setMetadata } from '../metadata.ts';
import { savePdf } from '../save-pdf.ts';
import { claimPress, cutAndMark } from './cut-and-mark.ts';
import type { PressSettings } from './press-settings.ts';
import { shortNumber } from './separate-content.ts';
import { saddleStitch } from './signature.ts';

/**
 * Imposes the pages of a finished press PDF on sheets that are folded once and stapled: two pages on each side, in
 * printing order, with bleed and marks around them and none at the fold. Where the thickness of a leaf is known, each
 * page moves towards the fold as far as the outer sheets push it out (creep), so that all margins are alike after the
 * edge is cut.
 */
export async function impose(
  pdf: Uint8Array,
  about: DocumentFacts,
  trimming: Trimming,
  settings: PressSettings,
): Promise<Uint8Array> {
  const document = openPdf(pdf);
  const { context } = document;
  const { width, height, bleed } = trimming;
  const pages = document.getPages();
  const forms = pages.map((page) => formOf(document, page));
  const sheet = { ...trimming, width: 2 * width };
  for (const { left, right, depth } of saddleStitch(pages.length)) {
    const creep = ((settings.paper ?? 0) * depth * 72) / 25.4;
    const halves = [
      { page: left, box: [-bleed, -bleed, width, height + bleed] as const, x: creep },
      { page: right, box: [width, -bleed, 2 * width + bleed, height + bleed] as const, x: width - creep },
    ];
    const used = halves.filter(({ page }) => page !== undefined);
    const operations = used.flatMap(({ page = 0, box, x }) =>
      drawHalf(`P${page + 1}`, box, x - (forms[page]?.trim[0] ?? 0), -(forms[page]?.trim[1] ?? 0)),
    );
    const added = document.addPage([2 * width, height]).node;
    added.set(PDFName.of('Contents'), context.register(streamOf(context, writeOperations(operations))));
    const objects = Object.fromEntries(used.map(({ page = 0 }) => [`P${page + 1}`, forms[page]?.ref as PDFRef]));
    added.set(PDFName.of('Resources'), context.obj({ XObject: objects }));
  }
  for (const _ of pages) document.removePage(0);
  const boxes = boxesOf([0, 0, 2 * width, height], sheet);
  cutAndMark(document, () => boxes, sheet, [width]);
  claimPress(document, settings);
  document.context.header = PDFHeader.forVersion(1, 6);
  setMetadata(document, about, { pdfx: 'PDF/X-4' }, pdf);
  return savePdf(document);
}

function drawHalf(name: string, [left, bottom, right, top]: Rectangle, x: number, y: number) {
  const of = (operator: string, ...operands: (number | string)[]) => ({
    operator,
    operands: operands.map((one) => (typeof one === 'number' ? shortNumber(one) : one)),
  });
  return [
    of('q'),
    of('re', left, bottom, right - left, top - bottom),
    of('W'),
    of('n'),
    of('cm', 1, 0, 0, 1, x, y),
    of('Do', `/${name}`),
    of('Q'),
  ];
}

/** Makes a form XObject of a page, without its marks. `trim` is the corner of the trimmed page. */
function formOf(document: PDFDocument, page: PDFPage): { ref: PDFRef; trim: readonly number[] } {
  const { context } = document;
  const { node } = page;
  const { x, y } = page.getTrimBox();
  const box = page.getBleedBox();
  const contents = node.get(PDFName.of('Contents'));
  const parts: (PDFObject | undefined)[] = contents instanceof PDFArray ? contents.asArray() : [contents];
  const data = Buffer.concat(
    parts.flatMap((part) => {
      const stream = context.lookup(part);
      return stream instanceof PDFRawStream ? [ownStreamData(stream), Buffer.from('\n')] : [];
    }),
  );
  const form = streamOf(context, data, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
    Resources: node.get(PDFName.of('Resources')),
  });
  return { ref: context.register(form), trim: [x, y] };
}
