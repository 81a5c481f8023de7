import { report } from '../diagnostics/report.ts';
import { maxPixelsTogether } from '../images/limits.ts';
import { canBeSmaller } from '../images/smaller.ts';
import type { Issue } from '../issue/model.ts';
import { picturePlaces } from './picture-places.ts';

/** In pixels. Smaller pictures do not count. */
const minPixels = 1_000_000;

/**
 * Reports the picture that brings the pictures of an issue over the limit; only those that cannot be made smaller
 * count. The browser writes each into the PDF without loss, pixel by pixel.
 */
export function checkPictureSizes(issue: Issue): void {
  let together = 0;
  for (const picture of issue.pictures) {
    const pixels = picture.width * picture.height;
    if (picture.mediaType === 'image/svg+xml' || pixels < minPixels || canBeSmaller(picture)) continue;
    together += pixels;
    if (together <= maxPixelsTogether) continue;
    const { file, at } = picturePlaces(issue).get(picture.name) ?? {};
    if (file)
      report(file, 'image-size', {
        at,
        found: `With ${picture.named ?? picture.name}, the GIFs, WebPs and JPEGs in inks of this issue have ${Math.round(together / 1e6)} million pixels`,
        expected: `at most ${maxPixelsTogether / 1e6} million`,
        fix: 'Save them as JPEGs in RGB, of which an issue may have any number.',
      });
    return;
  }
}
