import { setImmediate as turn } from 'node:timers/promises';
import { type Cache, noCache } from '../cache/cache.ts';
import type { Issue } from '../issue/model.ts';
import { maxPrintedPixels } from './limits.ts';
import { keptSmaller } from './smaller.ts';

/** The quality of a photograph for print, which may be made smaller again: no visible loss. */
const quality = 86;

/** True if any picture of an issue has more pixels than a page can show. */
export function hasLarge({ pictures }: Issue): boolean {
  return pictures.some(
    ({ width, height, mediaType }) => mediaType !== 'image/svg+xml' && width * height > maxPrintedPixels,
  );
}

/**
 * Scales the pictures of an issue, and its cover, down to what a page can show. It replaces them in place: an issue may
 * have a gigabyte of them, and each is released as soon as it is done.
 */
export async function fitToPrint(issue: Issue, cache: Cache = noCache): Promise<Issue> {
  const { pictures } = issue;
  const cover = pictures.findIndex(({ name }) => name === issue.cover?.name);
  // One after the other: each takes memory of twelve bytes a pixel. In between, signals that end the build are handled.
  for (const [i, picture] of pictures.entries()) {
    if (picture.mediaType === 'image/svg+xml') continue;
    pictures[i] = await keptSmaller(picture, maxPrintedPixels, cache, quality);
    await turn();
  }
  const smaller = pictures[cover];
  return { ...issue, ...(smaller ? { cover: smaller } : {}) };
}
