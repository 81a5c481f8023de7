import type { Cache } from '../cache/cache.ts';
import { dressPictures } from '../fonts/dress-pictures.ts';
import { keptSmaller } from '../images/smaller.ts';
import { articleOfId, partOfId, webName } from '../issue/ids.ts';
import type { Issue, Picture } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';

/** The pictures of an issue on the web. */
export interface WebPictures {
  /** In the sizes in which pages show them. */
  shown: Picture[];
  /** The files of a picture, by the address that trees have for it; undefined for one of no article. */
  of(address: string): { path: string; whole: string } | undefined;
  /** All files, by article id. */
  files: ReadonlyMap<string, { path: string; data: Uint8Array }[]>;
}

/** A page shows no picture wider than some 650 px, on a screen of two dots to the pixel. */
const maxPixels = 1300 * 1000;

/**
 * Makes the pictures of an issue ready for the web: drawings with the faces of their letters, large photographs also in
 * the size of the text, `on-margins/small/way.jpg` beside `on-margins/way.jpg`.
 */
export async function webPictures(issue: Issue, style: Style, cache: Cache): Promise<WebPictures> {
  const { pictures } = await dressPictures(issue, style, true, cache);
  const shown: Picture[] = [];
  const byAddress = new Map<string, { path: string; whole: string }>();
  const files = new Map<string, { path: string; data: Uint8Array }[]>();
  // One after the other: each takes four bytes of memory a pixel, several times over.
  for (const picture of pictures) {
    const smaller = await keptSmaller(picture, maxPixels, cache);
    shown.push(smaller);
    const article = articleOfId(picture.name);
    if (!issue.articles.some(({ id }) => id === article)) continue;
    const [folder, name] = [webName(article), partOfId(picture.name)];
    const whole = `${folder}/${name}`;
    const path = smaller.data === picture.data ? whole : `${folder}/small/${name}`;
    byAddress.set(`images/${picture.name}`, { path, whole });
    const own = [{ path: whole, data: picture.data }];
    if (path !== whole) own.push({ path, data: smaller.data });
    files.set(article, [...(files.get(article) ?? []), ...own]);
  }
  return { shown, of: (address) => byAddress.get(address), files };
}
