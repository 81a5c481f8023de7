import {
  PDFArray,
  type PDFContext,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { readJpeg } from '../../images/read-jpeg.ts';
import { dataOf } from '../streams.ts';
import { packExactly, packSoftly } from './pack-image.ts';
import { type Raster, reduce } from './reduce.ts';
import type { Separation } from './separation.ts';

/**
 * Turns a picture into inks, or into black ink alone if it has no colour. `ppi` is how finely it is printed, at its largest: what has more than twice the pixels that a press can show is
 * reduced to what it can. Where it cannot be read, or its own profile is of no use, it keeps its colours, which are then the printer’s to convert; that is right in PDF/X-4, too,
 * as long as they are told by a profile. What came as a JPEG stays one, of high quality, and everything else loses nothing. For JPEGs, the renderer must have been started.
 */
export function separateImage(
  context: PDFContext,
  ref: PDFRef,
  separation: Separation,
  ppi: number,
  screen: PDFRef,
): void {
  const stream = context.lookup(ref) as PDFRawStream;
  const { dict } = stream;
  const raster = readRaster(context, stream);
  if (!raster) {
    if (String(dict.lookup(PDFName.of('ColorSpace'))) === '/DeviceRGB')
      dict.set(PDFName.of('ColorSpace'), context.obj(['ICCBased', screen]));
    return;
  }
  const reduced = ppi > tooFine ? reduce(raster, enough / ppi) : raster;
  const isGrey = hasNoColour(reduced);
  const data = isGrey ? toBlack(reduced, separation.black) : separation.pixels(reduced.pixels, raster.profile);
  if (!data) return;
  const entries = dict.clone(context);
  for (const name of ['Decode', 'ColorTransform', 'Intent']) entries.delete(PDFName.of(name));
  entries.set(PDFName.of('ColorSpace'), PDFName.of(isGrey ? 'DeviceGray' : 'DeviceCMYK'));
  const channels = isGrey ? 1 : 4;
  const pack = isJpeg(stream) ? packSoftly : packExactly;
  context.assign(ref, pack(context, data, { width: reduced.width, height: reduced.height, channels }, entries));
}

/** Pixels to the inch: a screen of 60 lines a centimetre (150 to the inch) shows 300, and half as many again do no harm. */
const enough = 300;
const tooFine = 450;
/** A JPEG of more would take all memory; it keeps its colours. */
const mostPixels = 100_000_000;

/** Red, green and blue of a picture that Chrome wrote, and the profile that says what they are. */
function readRaster(context: PDFContext, stream: PDFRawStream): (Raster & { profile?: Uint8Array }) | undefined {
  const { dict } = stream;
  const number = (key: string) => dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? 0;
  const [width, height] = [number('Width'), number('Height')];
  const space = colourSpace(context, dict.lookup(PDFName.of('ColorSpace')));
  if (!space || number('BitsPerComponent') !== 8 || dict.has(PDFName.of('ImageMask'))) return undefined;
  const profile = space.profile ? { profile: space.profile } : {};
  if (isJpeg(stream)) {
    const pixels = width * height > mostPixels ? undefined : readJpeg(stream.contents, width, height);
    return pixels && { width, height, pixels, ...profile };
  }
  const data = dataOf(stream);
  if (data.length < width * height * space.channels) return undefined;
  if (space.channels === 3) return { width, height, pixels: data.subarray(0, width * height * 3), ...profile };
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels.fill(data[at] ?? 0, at * 3, at * 3 + 3);
  return { width, height, pixels };
}

export function isJpeg({ dict }: PDFRawStream): boolean {
  return String(dict.lookup(PDFName.of('Filter'))) === '/DCTDecode';
}

/** Three channels or one; undefined for other spaces. */
function colourSpace(
  context: PDFContext,
  space: PDFObject | undefined,
): { channels: 1 | 3; profile?: Uint8Array } | undefined {
  if (String(space) === '/DeviceRGB') return { channels: 3 };
  if (String(space) === '/DeviceGray') return { channels: 1 };
  if (!(space instanceof PDFArray) || String(space.get(0)) !== '/ICCBased') return undefined;
  const profile = context.lookup(space.get(1));
  if (!(profile instanceof PDFRawStream)) return undefined;
  const channels = profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber();
  if (channels === 1) return { channels };
  return channels === 3 ? { channels, profile: profileData(profile) } : undefined;
}

/** Pictures share their profiles, and a profile that is known need not be opened again. */
const profiles = new WeakMap<PDFRawStream, Uint8Array>();
function profileData(stream: PDFRawStream): Uint8Array {
  const data = profiles.get(stream) ?? dataOf(stream);
  profiles.set(stream, data);
  return data;
}

/** A grey photograph that was saved as a coloured one has hues of a step or two. */
const hueOfGrey = 3;

function hasNoColour({ pixels }: Raster): boolean {
  for (let at = 0; at < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > hueOfGrey) return false;
  }
  return true;
}

/** Grey as PDF counts it, from black (0) to white. */
function toBlack({ pixels }: Raster, black: readonly number[]): Uint8Array {
  const ramp = black.map((share) => Math.round((1 - share) * 255));
  return Uint8Array.from({ length: pixels.length / 3 }, (_, at) => ramp[pixels[at * 3 + 1] ?? 0] ?? 0);
}
