import { createHash } from 'node:crypto';
import { type PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { boxesOfPage } from '../boxes.ts';
import { packObjects } from '../linking/pack-objects.ts';
import { screenProfile } from '../profiles.ts';
import { cutAndMark } from './cut-and-mark.ts';
import type { PageFindings } from './inspect-pages.ts';
import type { PressPart } from './press-part.ts';
import type { PressSettings } from './press-settings.ts';
import { separateDocument } from './separate-document.ts';
import { openSeparation } from './separation.ts';

/**
 * Makes a part of the printer’s PDF of a document: in inks, with bleed and marks, and without everything that only
 * readers on a screen use. `folds` are in PDF points from the left edge of the trimmed page. The document, as which
 * `pdf` was opened, is used up.
 */
export async function separateUnit(
  { pdf, document }: { pdf: Uint8Array; document: PDFDocument },
  trimming: Trimming,
  { profile, inkLimit, black }: Pick<PressSettings, 'profile' | 'inkLimit' | 'black'>,
  folds: readonly number[] = [],
): Promise<PressPart> {
  const producer = document.getProducer() ?? '';
  removeScreenParts(document);
  const screen = await screenProfile();
  const findings = await separateDocument(document, await openSeparation(screen, profile, inkLimit), screen, black);
  cutAndMark(document, (page) => boxesOfPage(page, trimming), trimming, folds);
  const seed = createHash('sha256').update(pdf).digest('hex');
  return { ...(await packPressPages(document)), findings: plainFindings(findings), producer, seed };
}

/** Packs the pages of a document, with a page tree of their own. */
export async function packPressPages(document: PDFDocument): Promise<Pick<PressPart, 'part' | 'node' | 'count'>> {
  const { context } = document;
  const [tree, node] = [context.nextRef(), context.nextRef()];
  const pages = document.getPages();
  for (const page of pages) page.node.set(PDFName.of('Parent'), node);
  const refs = pages.map(({ ref }) => ref);
  context.assign(node, context.obj({ Type: 'Pages', Parent: tree, Kids: refs, Count: refs.length }));
  const { part, objectOf } = await packObjects({ context, roots: [node, ...refs], imports: new Map([[tree, 0]]) });
  return { part, node: objectOf(node), count: refs.length };
}

/** Removes everything that only programs and readers on a screen use: tags, outline, links, names. */
function removeScreenParts(document: PDFDocument): void {
  for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Dests', 'Names', 'PageMode', 'OpenAction'])
    document.catalog.delete(PDFName.of(key));
  for (const { node } of document.getPages())
    for (const key of ['Annots', 'StructParents', 'Tabs']) node.delete(PDFName.of(key));
}

/** Findings that name pictures by a hash of their data: one that several units print is the same. */
function plainFindings({ placements, hairlines }: PageFindings): PageFindings<string> {
  const names = new Map<PDFRawStream, string>();
  const nameOf = (image: PDFRawStream) => {
    const name = names.get(image) ?? createHash('sha256').update(image.contents).digest('base64');
    names.set(image, name);
    return name;
  };
  return { placements: placements.map((one) => ({ ...one, image: nameOf(one.image) })), hairlines };
}
