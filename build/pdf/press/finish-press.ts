import { PDFDict, type PDFDocument, PDFHeader, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { writeOperations } from '../../pdf-reading/content/content-stream.ts';
import { openPdf, openToRead } from '../../pdf-reading/file/open-pdf.ts';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import { boxesOfPage, type PageBoxes } from '../boxes.ts';
import type { DocumentFacts } from '../document-facts.ts';
import { keepPages } from '../keep-pages.ts';
import { characterMendings } from '../mend-characters.ts';
import { setMetadata, setOutputIntent } from '../metadata.ts';
import { screenProfile } from '../profiles.ts';
import { savePdf } from '../save-pdf.ts';
import type { PageFindings } from './inspect-pages.ts';
import { drawMarks, everyPlate } from './marks.ts';
import type { PressSettings } from './press-settings.ts';
import { separateDocument } from './separate-document.ts';
import { openSeparation } from './separation.ts';

/** Pages as the browser drew them, and the changes that the press needs. */
export interface PressInput {
  pdf: Uint8Array;
  trimming: Trimming;
  about: DocumentFacts;
  /** The pages to keep, counted from 0, the second not included; all of them where it is missing. */
  range?: readonly [from: number, to: number];
  /** The number of pages becomes a multiple of this, with empty pages at the end. */
  fill?: number;
  /** The folds of the sheet, in PDF points from the left edge of the trimmed page. */
  folds?: readonly number[];
}

/** A PDF for the press, with the findings on its pages. */
export interface PressPdf extends PageFindings {
  pdf: Uint8Array;
}

/**
 * Makes the printer’s PDF of pages that the browser drew, by PDF/X-4 (ISO 15930-7:2010): in inks, with bleed and marks,
 * and without everything that only readers on a screen use.
 */
export async function finishPress(
  { pdf, trimming, about, range, fill = 1, folds = [] }: PressInput,
  settings: PressSettings,
): Promise<PressPdf> {
  const document = openPdf(pdf, characterMendings(openToRead(pdf)));
  removeScreenParts(document);
  if (range) keepPages(document, ...range);
  while (document.getPageCount() % fill > 0) addBlank(document, trimming);
  const findings = await separatePages(document, settings);
  cutAndMark(document, (page) => boxesOfPage(page, trimming), trimming, folds);
  claimPress(document, settings);
  setMetadata(document, about, { pdfx: 'PDF/X-4' }, pdf);
  return { pdf: await savePdf(document), ...findings };
}

function addBlank(document: PDFDocument, { width, height }: Trimming): void {
  const { node } = document.addPage([width, height]);
  node.set(PDFName.of('Contents'), document.context.register(streamOf(document.context, new Uint8Array())));
}

/** Removes everything that only programs and readers on a screen use: tags, outline, links, names. */
function removeScreenParts(document: PDFDocument): void {
  for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Dests', 'Names', 'PageMode', 'OpenAction'])
    document.catalog.delete(PDFName.of(key));
  for (const { node } of document.getPages())
    for (const key of ['Annots', 'StructParents', 'Tabs']) node.delete(PDFName.of(key));
}

async function separatePages(
  document: PDFDocument,
  { profile, inkLimit, black }: PressSettings,
): Promise<PageFindings> {
  const screen = await screenProfile();
  const separation = await openSeparation(screen, profile, inkLimit);
  return separateDocument(document, separation, screen, black);
}

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
  document.context.header = PDFHeader.forVersion(1, 6);
  const { name, info, registered } = condition;
  const intent = { standard: 'GTS_PDFX', condition: name, info } as const;
  const registry = registered ? { registry: 'http://www.color.org' } : {};
  setOutputIntent(document, { ...intent, ...registry }, { data: profile, components: 4 });
}
