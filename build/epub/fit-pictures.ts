import { setImmediate as turn } from 'node:timers/promises';
import { smallerPicture } from '../images/smaller.ts';
import type { Issue } from '../issue/model.ts';

/** What shops ask for a cover, 1600 × 2560; no screen that books are read on shows more of a picture, and Apple Books refuses what has above 5.6 million pixels. */
const mostPixels = 1600 * 2560;

/** Makes the pictures of an issue, and its cover, no larger than an e-book needs. None is made larger. */
export async function fitPictures(issue: Issue): Promise<Issue> {
  const pictures: Issue['pictures'] = [];
  // One after the other: each takes memory of four bytes a pixel, several times.
  for (const picture of issue.pictures) {
    pictures.push(await smallerPicture(picture, mostPixels));
    await turn();
  }
  const cover = pictures.find(({ name }) => name === issue.cover?.name);
  return { ...issue, pictures, ...(cover ? { cover } : {}) };
}
