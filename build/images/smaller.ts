import type { Picture } from '../issue/model.ts';
import { jpegCodec, pngCodec, scale } from './codecs.ts';
import { coloursOfJpeg, isOddPng, keepJpegProfile, keepPngProfile } from './colour-profile.ts';

/** Larger pictures are not taken apart: it takes some forty bytes of memory a pixel, so two gigabytes for these. Telephones have 50 million at most, but for a few. */
const mostRead = 50_000_000;

/**
 * Scales a photograph or a PNG down to so many pixels, if it has more: its kind, proportions, transparency and colour profile are kept; upright is written as
 * upright, and what else a camera notes, its place for instance, is left out. A picture that would weigh no less stays as it is; so does what is damaged, in inks, moves or is of
 * another kind. The same picture gives the same bytes.
 */
export async function smallerPicture(picture: Picture, mostPixels: number): Promise<Picture> {
  const { mediaType, data, width, height } = picture;
  const factor = Math.sqrt(mostPixels / (width * height));
  if (factor >= 1 || width * height > mostRead) return picture;
  const kind = kinds[mediaType];
  if (!kind?.takes(data)) return picture;
  const size = { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
  try {
    const pixels = await kind.codec.read(data);
    if (pixels.width !== width || pixels.height !== height) return picture;
    const written = await kind.codec.write(await scale(pixels, size.width, size.height));
    const smaller = kind.keep(data, written);
    return smaller.length < data.length ? { ...picture, ...size, data: smaller } : picture;
  } catch {
    // What no program can read, the browser shows as far as it goes.
    return picture;
  }
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
  codec: typeof jpegCodec;
  takes(data: Uint8Array): boolean;
  keep(from: Uint8Array, to: Uint8Array): Uint8Array;
}
