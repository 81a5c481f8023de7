import { setImmediate as turn } from 'node:timers/promises';
import type { Issue } from '../issue/model.ts';
import { mostPrinted } from './limits.ts';
import { smallerPicture } from './smaller.ts';

/** Of a photograph that is printed, and perhaps made smaller once more: nothing is lost that can be seen. */
const quality = 86;

/** True if any picture of an issue has more pixels than a page can show. */
export function hasLarge({ pictures }: Issue): boolean {
  return pictures.some(({ width, height, mediaType }) => mediaType !== 'image/svg+xml' && width * height > mostPrinted);
}

/**
 * Makes the pictures of an issue, and its cover, no larger than a page can show them, in their place: an issue may have
 * a gigabyte of them, and each is forgotten as soon as it is done.
 */
export async function fitToPrint(issue: Issue): Promise<Issue> {
  const { pictures } = issue;
  const cover = pictures.findIndex(({ name }) => name === issue.cover?.name);
  // One after the other: each takes memory of twelve bytes a pixel. Between them, who wants to end the build is heard.
  for (const [i, picture] of pictures.entries()) {
    if (picture.mediaType === 'image/svg+xml') continue;
    pictures[i] = await smallerPicture(picture, mostPrinted, quality);
    await turn();
  }
  const smaller = pictures[cover];
  return { ...issue, ...(smaller ? { cover: smaller } : {}) };
}
