import { setImmediate as turn } from 'node:timers/promises';
import { type Cache, noCache } from '../cache/cache.ts';
import { keptSmaller } from '../images/smaller.ts';
import type { Issue } from '../issue/model.ts';

/**
 * The size that shops want for a cover, 1600 × 2560. No screen on which books are read shows more of a picture, and
 * Apple Books refuses pictures of over 5.6 million pixels.
 */
const maxPixels = 1600 * 2560;

/** Scales the pictures of an issue, and its cover, down to the size that an e-book needs. None is made larger. */
export async function fitPictures(issue: Issue, cache: Cache = noCache): Promise<Issue> {
  const pictures: Issue['pictures'] = [];
  // One after the other: each takes four bytes of memory a pixel, several times over.
  for (const picture of issue.pictures) {
    pictures.push(await keptSmaller(picture, maxPixels, cache));
    await turn();
  }
  const cover = pictures.find(({ name }) => name === issue.cover?.name);
  return { ...issue, pictures, ...(cover ? { cover } : {}) };
}
