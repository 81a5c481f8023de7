import { type Cache, kept } from '../cache/cache.ts';
import type { Picture } from '../issue/model.ts';
import { type Codec, jpegCodec, pngCodec } from './codecs.ts';
import { coloursOfJpeg, isOddPng, keepJpegProfile, keepPngProfile } from './colour-profile.ts';
import { maxPixels as mostRead } from './limits.ts';
import { reduce } from './reduce.ts';

/** The quality of a photograph on a screen: no one sees a gain above it. */
export const screenQuality = 82;

/**
 * Scales a photograph or a PNG down to a number of pixels, if it has more. Its kind, proportions, transparency and
 * colour profile are kept; it is turned upright, and what else a camera notes, its place for instance, is left out. A
 * picture stays as it is where the result would not weigh less, and where it is damaged, in inks, animated or of
 * another kind. The same picture gives the same bytes.
 */
export async function smallerPicture(
  picture: Picture,
  mostPixels: number,
  quality: number = screenQuality,
): Promise<Picture> {
  const { mediaType, data, width, height } = picture;
  const factor = Math.sqrt(mostPixels / (width * height));
  if (factor >= 1 || width * height > mostRead) return picture;
  const kind = kindOf(picture);
  if (!kind) return picture;
  const size = { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
  try {
    const pixels = await kind.codec.read(data);
    if (pixels.width !== width || pixels.height !== height) return picture;
    const { buffer, byteOffset, byteLength } = pixels.data;
    const whole = { width, height, channels: 4, pixels: new Uint8Array(buffer, byteOffset, byteLength) } as const;
    const scaled = reduce(whole, size.width, size.height);
    const how = { quality, grey: mediaType === 'image/jpeg' && coloursOfJpeg(data) === 1 };
    const written = await kind.codec.write({ ...size, data: scaled.pixels }, how);
    const smaller = kind.keep(data, written);
    return smaller.length < data.length ? { ...picture, ...size, data: smaller } : picture;
  } catch {
    // The browser shows as much as it can of a file that no program can read.
    return picture;
  }
}

/** Does as {@link smallerPicture}, or takes the result from an earlier build. */
export async function keptSmaller(
  picture: Picture,
  mostPixels: number,
  cache: Cache,
  quality: number = screenQuality,
): Promise<Picture> {
  const { mediaType, data, width, height } = picture;
  if (mostPixels >= width * height || mediaType === 'image/svg+xml') return picture;
  const { smaller } = await kept(
    cache,
    'picture',
    { mediaType, data, width, height, mostPixels, quality },
    async () => {
      const made = await smallerPicture(picture, mostPixels, quality);
      return { smaller: made === picture ? null : { data: made.data, width: made.width, height: made.height } };
    },
  );
  return smaller ? { ...picture, ...smaller } : picture;
}

/** True if a picture is of a kind that can be made smaller. */
export function canBeSmaller(picture: Pick<Picture, 'mediaType' | 'data'>): boolean {
  return kindOf(picture) !== undefined;
}

function kindOf({ mediaType, data }: Pick<Picture, 'mediaType' | 'data'>): Kind | undefined {
  const kind = kinds[mediaType];
  return kind?.takes(data) ? kind : undefined;
}

const kinds: Partial<Record<Picture['mediaType'], Kind>> = {
  'image/jpeg': {
    codec: jpegCodec,
    takes: (data) => [1, 3].includes(coloursOfJpeg(data)),
    keep: keepJpegProfile,
  },
  'image/png': { codec: pngCodec, takes: (data) => !isOddPng(data), keep: keepPngProfile },
};

interface Kind {
  codec: Codec;
  takes(data: Uint8Array): boolean;
  keep(from: Uint8Array, to: Uint8Array): Uint8Array;
}
