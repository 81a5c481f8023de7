import type { PDFRawStream } from '@cantoo/pdf-lib';
import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';
import { baseSpace, type ColourSpace } from '../../pdf-reading/content/colour.ts';
import { inksOf } from '../../pdf-reading/content/inks.ts';
import { itemsAt, numberAt } from '../../pdf-reading/file/objects.ts';
import { decodeStream } from '../../pdf-reading/file/stream-data.ts';

/** The number of pixels sampled from a picture, evenly spaced. */
const samples = 40_000;

/**
 * Returns the most ink that a picture lays at one point, 1 for each full ink, from a sample of its pixels. Undefined if
 * it is not in inks (a profile, which has a limit of its own, converts RGB), or its compression cannot be read here.
 */
export function maxInkOfPicture(stream: PDFRawStream, space: ColourSpace): number | undefined {
  const plain = baseSpace(space);
  if (plain.components < 2 || inksOf(plain, new Array(plain.components).fill(0)) === undefined) return undefined;
  if ((numberAt(stream.dict, 'BitsPerComponent') ?? 8) !== 8) return undefined;
  if (space.family === 'Indexed') return maxInkOf(tablePixels(space), plain, identity(plain.components));
  const pixels = pixelsOf(stream);
  return pixels && maxInkOf(pixels, plain, decodeOf(stream, plain.components));
}

function maxInkOf(pixels: Uint8Array, space: ColourSpace, decode: readonly number[]): number {
  const count = Math.floor(pixels.length / space.components);
  const step = Math.max(1, Math.floor(count / samples));
  let most = 0;
  const values = new Array<number>(space.components);
  for (let pixel = 0; pixel < count; pixel += step) {
    for (let i = 0; i < space.components; i++) {
      const [low = 0, high = 1] = [decode[2 * i], decode[2 * i + 1]];
      values[i] = low + ((pixels[pixel * space.components + i] as number) / 255) * (high - low);
    }
    const sum = (inksOf(space, values) ?? []).reduce((total: number, ink) => total + ink, 0);
    if (sum > most) most = sum;
  }
  return most;
}

function pixelsOf(stream: PDFRawStream): Uint8Array | undefined {
  const { data, left } = decodeStream(stream);
  if (left.length === 0) return data;
  if (left[0] !== 'DCTDecode') return undefined;
  try {
    // Adobe’s JPEGs of inks are stored inverted, and the picture’s Decode array inverts them again: the decoder must
    // not.
    const jpeg = new JpegImage({ decodeTransform: null, colorTransform: undefined } as object);
    jpeg.parse(data);
    return jpeg.getData({ width: jpeg.width, height: jpeg.height, forceRGB: false, isSourcePDF: true });
  } catch {
    return undefined;
  }
}

const tablePixels = (space: ColourSpace) => space.table ?? new Uint8Array();
const identity = (components: number) => Array.from({ length: 2 * components }, (_, i) => i % 2);

function decodeOf(stream: PDFRawStream, components: number): number[] {
  const written = itemsAt(stream.dict, 'Decode').map(
    (item) => (item as { asNumber?(): number } | undefined)?.asNumber?.() ?? 0,
  );
  return written.length === 2 * components ? written : identity(components);
}
