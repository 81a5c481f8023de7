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
import { operationsOf } from '../content-stream.ts';
import { reachable } from '../reachable.ts';
import { contentOf, dataOf, replaceContent, streamOf } from '../streams.ts';
import { coloursOf, type Recolour, recolourFunction } from './functions.ts';
import type { Placement } from './look-at-pages.ts';
import { inkPaint, luminosity, maskPaint, separateContent } from './separate-content.ts';
import { separateImage } from './separate-image.ts';
import type { Separation } from './separation.ts';

/**
 * Turns all colours of a document into inks: those of its content streams, gradients and pictures. What is a mask of something else is not printed, and
 * becomes grey. `placements` tell how finely each picture is printed; `screenProfile` is the ICC profile of what cannot be converted.
 */
export function separateDocument(
  document: PDFDocument,
  separation: Separation,
  placements: readonly Placement[],
  screenProfile: Uint8Array,
): void {
  const { context } = document;
  const screen = context.register(streamOf(context, screenProfile, { N: 3 }));
  const objects = reachable(document);
  const masks = masksOf(context, objects);
  const paint = inkPaint(separation.ink);
  for (const page of document.getPages()) {
    const content = contentOf(page);
    replaceContent(document, content, separateContent(operationsOf(dataOf(content.stream)), paint));
    const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
    if (group) setSpace(group, 'DeviceCMYK');
  }
  const finest = finestOf(placements);
  for (const [ref, object] of objects) {
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (!dict) continue;
    const isMask = masks.forms.has(ref);
    const isContent = is(dict, 'Subtype', 'Form') || is(dict, 'PatternType', '1');
    if (object instanceof PDFRawStream && isContent) {
      const group = dict.lookupMaybe(PDFName.of('Group'), PDFDict);
      if (group?.has(PDFName.of('CS'))) setSpace(group, isMask ? 'DeviceGray' : 'DeviceCMYK');
      dict.delete(PDFName.of('StructParents'));
      replaceContent(
        document,
        { ref, stream: object },
        separateContent(operationsOf(dataOf(object)), isMask ? maskPaint : paint),
      );
    } else if (object instanceof PDFRawStream && is(dict, 'Subtype', 'Image')) {
      if (!masks.images.has(ref)) separateImage(context, ref, separation, finest.get(object) ?? 0, screen);
    } else {
      const shading = dict.has(PDFName.of('ShadingType')) ? dict : dict.lookup(PDFName.of('Shading'));
      if (shading instanceof PDFDict && shading.has(PDFName.of('ShadingType')))
        separateShading(context, shading, separation, isMask, screen);
    }
  }
}

/** A gradient of red, green and blue. One whose function only a program could tell keeps its colours, and gets the profile that says what they are. */
function separateShading(
  context: PDFContext,
  shading: PDFDict,
  separation: Separation,
  isMask: boolean,
  screen: PDFRef,
): void {
  if (String(shading.lookup(PDFName.of('ColorSpace'))) !== '/DeviceRGB') return;
  const object = shading.get(PDFName.of('Function'));
  const byte = (value: number | undefined) => Math.round(Math.min(1, Math.max(0, value ?? 0)) * 255);
  const isGrey =
    object !== undefined &&
    coloursOf(context, object).every(([red, green, blue]) => byte(red) === byte(green) && byte(red) === byte(blue));
  const ink = isGrey ? separation.ink : separation.blend;
  const recolour: Recolour = isMask
    ? ([red = 0, green = 0, blue = 0]) => [luminosity(red, green, blue)]
    : ([red, green, blue]) => ink(byte(red), byte(green), byte(blue));
  const recoloured = object && recolourFunction(context, object, recolour);
  if (!recoloured) {
    shading.set(PDFName.of('ColorSpace'), context.obj(['ICCBased', screen]));
    return;
  }
  shading.set(PDFName.of('Function'), recoloured);
  shading.set(PDFName.of('ColorSpace'), PDFName.of(isMask ? 'DeviceGray' : 'DeviceCMYK'));
  shading.delete(PDFName.of('Background'));
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
