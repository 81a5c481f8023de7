import { setImmediate as turn } from 'node:timers/promises';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { operationsWithRuns, writeOperations } from '../../pdf-reading/content/content-stream.ts';
import { resourceReader } from '../../pdf-reading/content/resources.ts';
import {
  type ContentStream,
  contentStreamOf,
  ownStreamData,
  replaceContent,
  streamOf,
} from '../../pdf-reading/file/streams.ts';
import { type PdfPage, readPages } from '../../pdf-reading/pages.ts';
import { reachable } from '../reachable.ts';
import { type PageFindings, type PicturePlacement, startInspector } from './inspect-pages.ts';
import { addOverprintStates, overprintBlack } from './overprint.ts';
import type { PressSettings } from './press-settings.ts';
import { inkPaint, maskPaint, separateContent } from './separate-content.ts';
import { separateImage } from './separate-image.ts';
import { separateShading } from './separate-shading.ts';
import type { Separation } from './separation.ts';

/**
 * Converts all colours of a document to inks: those of content streams, gradients and pictures. Content that masks
 * something else is not printed, and becomes grey. `screenProfile` is the ICC profile for colours that cannot be
 * converted. With `overprint`, text and rules in black overprint. Returns the findings on the pages as they were
 * before.
 */
export async function separateDocument(
  document: PDFDocument,
  separation: Separation,
  screenProfile: Uint8Array,
  black: PressSettings['black'],
): Promise<PageFindings> {
  const { context } = document;
  const screen = context.register(streamOf(context, screenProfile, { N: 3 }));
  const objects = reachable(document);
  const masks = masksOf(context, objects);
  const paint = inkPaint(separation.ink);
  const resourcesOf = resourceReader(false);
  const pages = readPages(document.catalog);
  const inspector = startInspector();
  const toInks = (content: ContentStream, resources: PDFDict | undefined, page: PdfPage | undefined): void => {
    const separated = separateContent(operationsWithRuns(ownStreamData(content.stream)), paint);
    const overprints = black === 'overprint' && resources && page;
    if (overprints) addOverprintStates(resources);
    const written = overprints ? overprintBlack(separated, page, resourcesOf(resources)) : separated;
    replaceContent(document, content, writeOperations(written));
  };
  for (const [index, page] of document.getPages().entries()) {
    // While a page is compressed, the next one is inspected.
    const seen = pages[index];
    if (seen) inspector.inspect(seen);
    toInks(contentStreamOf(page), page.node.Resources(), seen);
    const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
    if (group) setSpace(group, 'DeviceCMYK');
  }
  const findings = inspector.findings();
  const finest = finestOf(findings.placements);
  for (const [ref, object] of objects) {
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (!dict) continue;
    const isMask = masks.forms.has(ref);
    const isForm = is(dict, 'Subtype', 'Form');
    if (object instanceof PDFRawStream && (isForm || is(dict, 'PatternType', '1'))) {
      const group = dict.lookupMaybe(PDFName.of('Group'), PDFDict);
      if (group?.has(PDFName.of('CS'))) setSpace(group, isMask ? 'DeviceGray' : 'DeviceCMYK');
      dict.delete(PDFName.of('StructParents'));
      const content = { ref, stream: object };
      const resources = isForm ? dict.lookupMaybe(PDFName.of('Resources'), PDFDict) : undefined;
      if (isMask)
        replaceContent(
          document,
          content,
          writeOperations(separateContent(operationsWithRuns(ownStreamData(object)), maskPaint)),
        );
      else toInks(content, resources, pages[0]);
    } else if (object instanceof PDFRawStream && is(dict, 'Subtype', 'Image')) {
      // The opacity of something else is not an amount of ink.
      const isGreyMask = isMask && is(dict, 'ColorSpace', 'DeviceGray');
      if (masks.images.has(ref) || isGreyMask) continue;
      // One after the other, because each takes some bytes of memory a pixel. Between them, signals to end the build
      // are handled.
      await separateImage(context, ref, separation, finest.get(object) ?? 0, screen);
      await turn();
    } else {
      const shading = dict.has(PDFName.of('ShadingType')) ? dict : dict.lookup(PDFName.of('Shading'));
      if (shading instanceof PDFDict && shading.has(PDFName.of('ShadingType')))
        separateShading(context, shading, separation, isMask, screen);
    }
  }
  return findings;
}

/**
 * The masks of a document: the soft masks of pictures, and everything that draws a luminosity mask (ISO 32000-2,
 * 11.6.5).
 */
function masksOf(
  context: PDFContext,
  objects: readonly [PDFRef, PDFObject][],
): { images: Set<PDFRef>; forms: Set<PDFRef> } {
  const images = new Set<PDFRef>();
  const forms = new Set<PDFRef>();
  const reach = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (forms.has(object)) return;
      forms.add(object);
      reach(context.lookup(object));
    } else if (object instanceof PDFStream) reach(object.dict);
    else if (object instanceof PDFDict) for (const value of object.values()) reach(value);
    else if (object instanceof PDFArray) for (const value of object.asArray()) reach(value);
  };
  for (const [, object] of objects) {
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    const mask = dict?.get(PDFName.of('SMask'));
    if (mask instanceof PDFRef && is(dict as PDFDict, 'Subtype', 'Image')) images.add(mask);
    const soft = mask && context.lookup(mask);
    if (soft instanceof PDFDict && is(soft, 'S', 'Luminosity')) reach(soft.get(PDFName.of('G')));
  }
  return { images, forms };
}

/** The resolution of each picture where it is printed largest. */
function finestOf(placements: readonly PicturePlacement[]): Map<PDFRawStream, number> {
  const finest = new Map<PDFRawStream, number>();
  for (const { image, ppi } of placements) finest.set(image, Math.min(ppi, finest.get(image) ?? ppi));
  return finest;
}

function setSpace(group: PDFDict, space: string): void {
  group.set(PDFName.of('CS'), PDFName.of(space));
}

function is(dict: PDFDict, key: string, value: string): boolean {
  return String(dict.lookup(PDFName.of(key))).replace(/^\//, '') === value;
}
