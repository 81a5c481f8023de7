import {
  PDFArray,
  type PDFContext,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { jpegCodec } from '../../images/codecs.ts';
import { type Raster, reduce } from '../../images/reduce.ts';
import { ownStreamData } from '../../pdf-reading/file/streams.ts';
import { packLossless, packLossy } from './pack-image.ts';
import type { Separation } from './separation.ts';

/**
 * Converts a picture to inks, or to black ink alone if it has no colour. `ppi` is its resolution where it is printed
 * largest: a picture with more than twice the pixels that a press can show is reduced. One that cannot be read, or
 * whose own profile cannot be used, keeps its colours, and the printer converts them; PDF/X-4 allows that where a
 * profile defines them. A JPEG stays a JPEG, of high quality; all other pictures lose nothing.
 */
export async function separateImage(
  context: PDFContext,
  ref: PDFRef,
  separation: Separation,
  ppi: number,
  screen: PDFRef,
): Promise<void> {
  const stream = context.lookup(ref) as PDFRawStream;
  const { dict } = stream;
  const raster = await readRaster(context, stream);
  if (!raster) {
    if (String(dict.lookup(PDFName.of('ColorSpace'))) === '/DeviceRGB')
      dict.set(PDFName.of('ColorSpace'), context.obj(['ICCBased', screen]));
    return;
  }
  const reduced = ppi > maxResolution ? scaled(raster, targetResolution / ppi) : raster;
  const isGrey = hasNoColour(reduced);
  const data = isGrey ? toBlack(reduced, separation.black) : separation.pixels(reduced.pixels, raster.profile);
  if (!data) return;
  const entries = dict.clone(context);
  for (const name of ['Decode', 'ColorTransform', 'Intent']) entries.delete(PDFName.of(name));
  entries.set(PDFName.of('ColorSpace'), PDFName.of(isGrey ? 'DeviceGray' : 'DeviceCMYK'));
  const channels = isGrey ? 1 : 4;
  const pack = isJpeg(stream) ? packLossy : packLossless;
  context.assign(ref, pack(context, data, { width: reduced.width, height: reduced.height, channels }, entries));
}

/**
 * Pixels to the inch: a screen of 60 lines a centimetre (150 to the inch) shows 300, and half as many again do no harm.
 */
const targetResolution = 300;
const maxResolution = 450;

function scaled(raster: Raster, share: number): Raster {
  const [width, height] = [raster.width, raster.height].map((side) => Math.max(1, Math.round(side * share)));
  return reduce(raster, width as number, height as number);
}

/** Reads the red, green and blue of a picture that Chrome wrote, and the profile that defines them. */
async function readRaster(
  context: PDFContext,
  stream: PDFRawStream,
): Promise<(Raster & { profile?: Uint8Array }) | undefined> {
  const { dict } = stream;
  const number = (key: string) => dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? 0;
  const [width, height] = [number('Width'), number('Height')];
  const space = colourSpace(context, dict.lookup(PDFName.of('ColorSpace')));
  if (!space || number('BitsPerComponent') !== 8 || dict.has(PDFName.of('ImageMask'))) return undefined;
  const profile = space.profile ? { profile: space.profile } : {};
  if (isJpeg(stream)) {
    const pixels = await jpegPixels(stream.contents, width, height);
    return pixels && { width, height, channels: 3, pixels, ...profile };
  }
  const data = ownStreamData(stream);
  if (data.length < width * height * space.channels) return undefined;
  if (space.channels === 3)
    return { width, height, channels: 3, pixels: data.subarray(0, width * height * 3), ...profile };
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels.fill(data[at] ?? 0, at * 3, at * 3 + 3);
  return { width, height, channels: 3, pixels };
}

/**
 * Reads the red, green and blue of a JPEG, row after row as they lie in the file; undefined where it cannot be read.
 */
async function jpegPixels(contents: Uint8Array, width: number, height: number): Promise<Uint8Array | undefined> {
  const read = await jpegCodec.read(contents, 'as stored').catch(() => undefined);
  if (read?.width !== width || read.height !== height) return undefined;
  const { data } = read;
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < colours.length; from += 4) {
    colours[to++] = data[from] as number;
    colours[to++] = data[from + 1] as number;
    colours[to++] = data[from + 2] as number;
  }
  return colours;
}

export function isJpeg({ dict }: PDFRawStream): boolean {
  return String(dict.lookup(PDFName.of('Filter'))) === '/DCTDecode';
}

/** The channels and the profile of a colour space; undefined for unknown spaces. */
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

/** Pictures share their profiles, so each is opened once. */
const profiles = new WeakMap<PDFRawStream, Uint8Array>();
function profileData(stream: PDFRawStream): Uint8Array {
  const data = profiles.get(stream) ?? ownStreamData(stream);
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

/** Converts to PDF’s grey, from black (0) to white. */
function toBlack({ pixels }: Raster, black: readonly number[]): Uint8Array {
  const ramp = black.map((share) => Math.round((1 - share) * 255));
  return Uint8Array.from({ length: pixels.length / 3 }, (_, at) => ramp[pixels[at * 3 + 1] ?? 0] ?? 0);
}
