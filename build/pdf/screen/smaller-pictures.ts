import { setImmediate as turn } from 'node:timers/promises';
import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { jpegCodec } from '../../images/codecs.ts';
import { coloursOfJpeg } from '../../images/colour-profile.ts';
import { type Raster, reduce } from '../../images/reduce.ts';
import { screenQuality } from '../../images/smaller.ts';
import { ownStreamData } from '../../pdf-reading/file/streams.ts';
import { holderOf, type PdfPage, readPages } from '../../pdf-reading/pages.ts';
import { startInspector } from '../press/inspect-pages.ts';
import { packJpeg, packLossless } from '../press/pack-image.ts';
import { isJpeg } from '../press/separate-image.ts';

/** The streams that replace pictures that a screen cannot show in full, and their masks. */
export type SmallerPictures = Map<PDFRef, PDFStream>;

/** Pixels to the inch: a screen shows 110, and a reader who zooms in sees twice as many. */
const targetResolution = 220;
const maxResolution = 300;
/** Pixels. A smaller picture adds little to the file. */
const minPixels = 200_000;

/**
 * Reduces the pictures of a document to the pixels that a screen shows, at their printed size: a JPEG stays a JPEG, and
 * all other pictures lose nothing but pixels. Returns the new streams, for another document of the same file. Only
 * pages with a large picture are inspected.
 */
export async function smallerPictures(document: PDFDocument): Promise<SmallerPictures> {
  const { context } = document;
  const found: SmallerPictures = new Map();
  const large = new Map<PDFStream, PDFRef>();
  const inspector = startInspector();
  const picturesOn = largePictures();
  for (const page of readPages(document.catalog)) {
    const here = picturesOn(page);
    for (const [image, ref] of here) large.set(image, ref);
    if (here.size > 0) inspector.inspect(page);
  }
  const finest = new Map<PDFRawStream, number>();
  for (const { image, ppi } of inspector.findings().placements)
    finest.set(image, Math.min(ppi, finest.get(image) ?? ppi));
  for (const [image, ppi] of finest) {
    const ref = large.get(image);
    if (!ref || ppi <= maxResolution) continue;
    const maskRef = image.dict.get(PDFName.of('SMask'));
    const mask = context.lookup(maskRef);
    // One after the other, because each takes some bytes of memory a pixel.
    const made = isJpeg(image)
      ? await smallerJpeg(image, targetResolution / ppi)
      : smallerPixels(image, mask instanceof PDFRawStream ? mask : undefined, targetResolution / ppi);
    await turn();
    if (made?.image) found.set(ref, made.image);
    if (made?.mask && maskRef instanceof PDFRef) found.set(maskRef, made.mask);
  }
  putPictures(document, found);
  return found;
}

/** Puts the reduced pictures of one document into another document of the same file. */
export function putPictures({ context }: PDFDocument, pictures: SmallerPictures): void {
  for (const [ref, stream] of pictures) context.assign(ref, stream.clone(context));
}

interface SmallerPicture {
  image: PDFStream;
  mask?: PDFStream;
}

async function smallerJpeg(image: PDFRawStream, share: number): Promise<SmallerPicture | undefined> {
  const { contents, dict } = image;
  const channels = coloursOfJpeg(contents);
  // A mask has no more pixels than the picture that it masks.
  if ((channels !== 1 && channels !== 3) || dict.has(PDFName.of('SMask'))) return undefined;
  const read = await jpegCodec.read(contents, 'as stored').catch(() => undefined);
  if (!read) return undefined;
  const { buffer, byteOffset, byteLength } = read.data;
  const whole = { ...sizeOf(dict), channels: 4, pixels: new Uint8Array(buffer, byteOffset, byteLength) } as const;
  if (whole.pixels.length !== whole.width * whole.height * 4) return undefined;
  const { width, height, pixels } = scaled(whole, share);
  const how = { quality: screenQuality, grey: channels === 1 };
  const jpeg = await jpegCodec.write({ width, height, data: pixels }, how);
  if (jpeg.length >= contents.length) return undefined;
  return { image: packJpeg(jpeg, { width, height }, dict.clone()) };
}

/**
 * Reduces a picture of pixels, with its mask, if the mask has the same size: transparent pixels lend no colour to their
 * neighbours.
 */
function smallerPixels(image: PDFRawStream, mask: PDFRawStream | undefined, share: number): SmallerPicture | undefined {
  const { dict } = image;
  const { width, height } = sizeOf(dict);
  const isMasked = dict.has(PDFName.of('SMask'));
  const [colours, opaque] = [pixelsOf(image), mask && pixelsOf(mask)];
  const channels = colours && colours.length / (width * height);
  if (!colours || (channels !== 1 && channels !== 3)) return undefined;
  if (!isMasked) {
    const small = scaled({ width, height, channels, pixels: colours }, share);
    return { image: packLossless(dict.context, small.pixels, small, dict.clone()) };
  }
  if (!mask || opaque?.length !== width * height) return undefined;
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < opaque.length; at++) {
    for (let i = 0; i < 3; i++) pixels[at * 4 + i] = colours[at * channels + (channels === 3 ? i : 0)] as number;
    pixels[at * 4 + 3] = opaque[at] as number;
  }
  const small = scaled({ width, height, channels: 4, pixels }, share);
  const part = (from: number, count: 1 | 3): Raster => ({
    ...small,
    channels: count,
    pixels: Uint8Array.from(
      { length: small.width * small.height * count },
      (_, i) => small.pixels[Math.floor(i / count) * 4 + from + (i % count)] as number,
    ),
  });
  const [seen, cut] = [part(0, channels), part(3, 1)];
  return {
    image: packLossless(dict.context, seen.pixels, seen, dict.clone()),
    mask: packLossless(dict.context, cut.pixels, cut, mask.dict.clone()),
  };
}

function scaled(raster: Raster, share: number): Raster {
  const [width = 1, height = 1] = [raster.width, raster.height].map((side) => Math.max(1, Math.ceil(side * share)));
  return reduce(raster, width, height);
}

/** All samples of a picture with Chrome’s compression; undefined for others. */
function pixelsOf({ dict, contents }: PDFRawStream): Uint8Array | undefined {
  const { width, height } = sizeOf(dict);
  if (String(dict.lookup(PDFName.of('BitsPerComponent'))) !== '8' || dict.has(PDFName.of('DecodeParms')))
    return undefined;
  try {
    const data = ownStreamData(PDFRawStream.of(dict, contents));
    return data.length % (width * height) === 0 ? data : undefined;
  } catch {
    return undefined;
  }
}

function isLarge(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream) || String(object.dict.get(PDFName.of('Subtype'))) !== '/Image') return false;
  const { width, height } = sizeOf(object.dict);
  return width * height > minPixels && !object.dict.has(PDFName.of('ImageMask'));
}

function sizeOf(dict: PDFDict): { width: number; height: number } {
  const [width = 0, height = 0] = ['Width', 'Height'].map(
    (key) => dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? 0,
  );
  return { width, height };
}

/**
 * Finds the large pictures of a page, also inside forms and patterns. It starts from the page, because most of a
 * document’s objects are tags.
 */
function largePictures(): (page: PdfPage) => ReadonlyMap<PDFStream, PDFRef> {
  const known = new Map<PDFDict, Map<PDFStream, PDFRef>>();
  const picturesIn = (resources: PDFObject | undefined): Map<PDFStream, PDFRef> => {
    const found = new Map<PDFStream, PDFRef>();
    if (!(resources instanceof PDFDict)) return found;
    const before = known.get(resources);
    if (before) return before;
    known.set(resources, found);
    for (const kind of ['XObject', 'Pattern']) {
      const named = resources.lookup(PDFName.of(kind));
      if (!(named instanceof PDFDict)) continue;
      for (const [key, ref] of named.entries()) {
        const object = named.lookup(key);
        if (!(object instanceof PDFStream)) continue;
        if (ref instanceof PDFRef && isLarge(object)) found.set(object, ref);
        for (const [image, its] of picturesIn(object.dict.lookup(PDFName.of('Resources')))) found.set(image, its);
      }
    }
    return found;
  };
  return (page) => picturesIn(holderOf(page, 'Resources').lookup(PDFName.of('Resources')));
}
