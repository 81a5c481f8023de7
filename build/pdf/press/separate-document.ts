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
import { type Look, type Placement, startLooking } from './look-at-pages.ts';
import { addOverprintStates, overprintBlack } from './overprint.ts';
import type { PressSettings } from './press-settings.ts';
import { inkPaint, maskPaint, separateContent } from './separate-content.ts';
import { separateImage } from './separate-image.ts';
import { separateShading } from './separate-shading.ts';
import type { Separation } from './separation.ts';

/**
 * Turns all colours of a document into inks: those of its content streams, gradients and pictures. What is a mask of something else is not printed, and
 * becomes grey. `screenProfile` is the ICC profile of what cannot be converted. Where it is asked for, text and
 * rules in black overprint. Tells what the pages showed before.
 */
export async function separateDocument(
  document: PDFDocument,
  separation: Separation,
  screenProfile: Uint8Array,
  black: PressSettings['black'],
): Promise<Look> {
  const { context } = document;
  const screen = context.register(streamOf(context, screenProfile, { N: 3 }));
  const objects = reachable(document);
  const masks = masksOf(context, objects);
  const paint = inkPaint(separation.ink);
  const resourcesOf = resourceReader(false);
  const pages = readPages(document.catalog);
  const looking = startLooking();
  const toInks = (content: ContentStream, resources: PDFDict | undefined, page: PdfPage | undefined): void => {
    const separated = separateContent(operationsWithRuns(ownStreamData(content.stream)), paint);
    const overprints = black === 'overprint' && resources && page;
    if (overprints) addOverprintStates(resources);
    const written = overprints ? overprintBlack(separated, page, resourcesOf(resources)) : separated;
    replaceContent(document, content, writeOperations(written));
  };
  for (const [index, page] of document.getPages().entries()) {
    // While it is compressed, the next one is looked at.
    const seen = pages[index];
    if (seen) looking.see(seen);
    toInks(contentStreamOf(page), page.node.Resources(), seen);
    const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
    if (group) setSpace(group, 'DeviceCMYK');
  }
  const look = looking.look();
  const finest = finestOf(look.placements);
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
      // How much is seen of something else is not how much ink there is.
      const isGreyMask = isMask && is(dict, 'ColorSpace', 'DeviceGray');
      if (masks.images.has(ref) || isGreyMask) continue;
      // One after the other, for each takes memory of some bytes a pixel. Between them, who wants to end the build is heard.
      await separateImage(context, ref, separation, finest.get(object) ?? 0, screen);
      await turn();
    } else {
      const shading = dict.has(PDFName.of('ShadingType')) ? dict : dict.lookup(PDFName.of('Shading'));
      if (shading instanceof PDFDict && shading.has(PDFName.of('ShadingType')))
        separateShading(context, shading, separation, isMask, screen);
    }
  }
  return look;
}

/** What masks something else: the soft masks of pictures, and all that a mask of luminosity is drawn with (ISO 32000-2, 11.6.5). */
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

/** How finely each picture is printed where it is printed largest. */
function finestOf(placements: readonly Placement[]): Map<PDFRawStream, number> {
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
