import { PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { writeOperations } from '../../pdf-reading/content/content-stream.ts';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import type { PageBoxes } from '../boxes.ts';
import { setOutputIntent } from '../metadata.ts';
import { drawMarks, everyPlate } from './marks.ts';
import type { PressSettings } from './press-settings.ts';

/**
 * Gives every page its boxes, and draws its marks over it. Chrome’s content changes the coordinate system, so it goes
 * between q and Q.
 */
export function cutAndMark(
  document: PDFDocument,
  boxesOf: (page: PDFPage) => PageBoxes,
  { marks }: Trimming,
  folds: readonly number[],
): void {
  const { context } = document;
  const before = context.register(streamOf(context, writeOperations([{ operator: 'q', operands: [] }])));
  // Pages of one size share their marks.
  const known = new Map<string, PDFRef>();
  const marksOf = (trim: Rectangle): PDFRef => {
    const operations = [{ operator: 'Q', operands: [] }, ...drawMarks(trim, marks, folds)];
    const ref = known.get(trim.join()) ?? context.register(streamOf(context, writeOperations(operations)));
    known.set(trim.join(), ref);
    return ref;
  };
  const plates = context.register(context.obj(allPlates));
  for (const page of document.getPages()) {
    const { node } = page;
    const { media, bleed, trim } = boxesOf(page);
    for (const [name, box] of Object.entries({ MediaBox: media, BleedBox: bleed, TrimBox: trim }))
      node.set(PDFName.of(name), context.obj([...box]));
    node.delete(PDFName.of('CropBox'));
    const drawn = node.get(PDFName.of('Contents')) as PDFRef;
    node.set(PDFName.of('Contents'), context.obj([before, drawn, marksOf(trim)]));
    const resources = node.Resources() ?? context.obj({});
    const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? context.obj({});
    spaces.set(PDFName.of(everyPlate), plates);
    resources.set(PDFName.of('ColorSpace'), spaces);
    // Inherited resources stay as they are, because Chrome’s pages may share them.
    if (!node.has(PDFName.of('Resources'))) node.set(PDFName.of('Resources'), resources);
    node.set(PDFName.of('Group'), context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' }));
  }
}

/** The colour of register marks (ISO 32000-2, 8.6.6.4), which appears on every plate. */
const allPlates = [
  'Separation',
  'All',
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
];

/** Declares the printing condition that the PDF is made for. */
export function claimPress(document: PDFDocument, { profile, condition }: PressSettings): void {
  const { name, info, registered } = condition;
  const intent = { standard: 'GTS_PDFX', condition: name, info } as const;
  const registry = registered ? { registry: 'http://www.color.org' } : {};
  setOutputIntent(document, { ...intent, ...registry }, { data: profile, components: 4 });
}
