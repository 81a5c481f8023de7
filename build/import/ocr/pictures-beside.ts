import type { Image, Nodes } from 'mdast';
import { type Doubt, firstWords, type ImportedPicture } from '../imported.ts';
import { placeOf } from './place.ts';

/** Takes a picture beside the file of a text among those of the import. Its new name; undefined where there is none. */
export function takeBeside(
  url: string,
  beside: (path: string) => Uint8Array | undefined,
  pictures: ImportedPicture[],
): string | undefined {
  const bytes = /^[a-z][a-z\d+.-]*:/i.test(url) ? undefined : beside(url);
  if (!bytes) return undefined;
  const ending = /\.\w+$/.exec(url)?.[0].toLowerCase() ?? '.png';
  const name = `figure-${pictures.length + 1}${ending}`;
  pictures.push({ name, bytes });
  return name;
}

/** The doubt about a picture that is not there, and what to do. */
export function missingPicture(image: Image, parent: Nodes, fix: string): Doubt {
  return {
    rule: 'import-picture',
    confidence: 0,
    at: placeOf(image, image.url),
    words: firstWords(image.url),
    found: `The picture ${image.url} is not beside the file`,
    fix,
    node: parent,
  };
}
