import type { Finding } from '../diagnostics/report.ts';
import type { Picture } from '../issue/model.ts';
import { maxBytes, maxBytesAsIs, maxPixels, maxPixelsAsIs, maxPixelsInBook } from './limits.ts';
import { canBeSmaller } from './smaller.ts';

/** The limit that a picture exceeds, and what to do; undefined if the machine can handle it. */
export function excessOf(picture: Picture): (Pick<Finding, 'expected' | 'fix'> & { found: string }) | undefined {
  const { width, height, data } = picture;
  const isFit = canBeSmaller(picture);
  const [pixels, bytes] = isFit ? [maxPixels, maxBytes] : [maxPixelsAsIs, maxBytesAsIs];
  const kind = isFit ? '' : `, ${kindOf(picture)}`;
  const fix = isFit
    ? 'Save a copy with half as many pixels to the inch: a full page shows 9 million.'
    : 'Save a copy as a JPEG in RGB, or a PNG, which are made smaller for each edition; or one with fewer pixels.';
  if (width * height > pixels)
    return { found: `has ${width} × ${height} pixels${kind}`, expected: `at most ${pixels / 1e6} million`, fix };
  if (data.length > bytes)
    return { found: `has ${Math.round(data.length / 1e6)} MB${kind}`, expected: `at most ${bytes / 1e6} MB`, fix };
  return undefined;
}

/** The reason why an e-book shop would refuse a picture that stays as it is; undefined if there is none. */
export function excessInBook(picture: Picture): string | undefined {
  const { width, height } = picture;
  if (width * height <= maxPixelsInBook || canBeSmaller(picture)) return undefined;
  return `has ${width} × ${height} pixels, ${kindOf(picture)}, which is not made smaller for the EPUB`;
}

function kindOf({ mediaType }: Picture): string {
  if (mediaType === 'image/jpeg') return 'and is a JPEG in inks (CMYK)';
  return `and is ${{ 'image/png': 'a PNG that moves or has a profile for greys', 'image/gif': 'a GIF', 'image/webp': 'a WebP', 'image/svg+xml': 'an SVG' }[mediaType]}`;
}
