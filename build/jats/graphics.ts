import { type Cache, kept, keyOf, noCache } from '../cache/cache.ts';
import { paintDrawing } from '../cover/paint-drawing.ts';
import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue, Picture } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import { graphicName } from './graphic-name.ts';

/** A picture beside the JATS of an article. */
export interface Graphic {
  name: string;
  data: Uint8Array;
}

/** The pixels of an inch of a painted picture, which archives ask for, and the fewest and the most of its width. */
const [density, fewest, most] = [300, 600, 2400];

/** Makes the pictures of an article beside its JATS: photographs as they are, drawings painted as PNG. */
export function graphicsMaker(
  { pictures }: Issue,
  { faces }: Style,
  cache: Cache = noCache,
): (article: Article) => Promise<Graphic[]> {
  // All drawings are painted with the same faces, which are large.
  const facesKey = keyOf({ faces: faces.map(({ data }) => data) });
  return async (article) => {
    const own = pictures.filter(({ name }) => articleOfId(name) === article.id);
    return Promise.all(
      own.map(async (picture) => ({
        name: graphicName(picture.name),
        data: await dataOf(picture, faces, facesKey, cache),
      })),
    );
  };
}

async function dataOf(picture: Picture, faces: Style['faces'], facesKey: string, cache: Cache): Promise<Uint8Array> {
  if (graphicName(picture.name) === picture.name) return picture.data;
  const width = Math.min(most, Math.max(fewest, Math.round((picture.width * density) / 96)));
  const regular = faces.find(({ weight, italic }) => weight === 400 && !italic) ?? faces[0];
  const drawing = {
    svg: new TextDecoder().decode(picture.data),
    width,
    ...(regular ? { family: regular.family } : {}),
  };
  return kept(cache, 'graphic', { ...drawing, faces: facesKey }, () =>
    paintDrawing({ ...drawing, faces: faces.map(({ data }) => data) }),
  );
}
