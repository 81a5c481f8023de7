import type { Image, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Repository } from '../../../disk/repository.ts';
import { readPicture } from '../../../images/picture.ts';
import { idIn } from '../../../issue/ids.ts';
import type { Picture } from '../../../issue/model.ts';
import { asciiName } from '../../../languages/ascii-name.ts';
import { visit } from '../../../text/visit.ts';
import { attributesOf, type NodeAttributes, setAttributes } from '../../tree.ts';

/** A picture that an article names: the file, the place of its first image, and the picture’s name in the editions. */
export interface NamedPicture {
  url: string;
  at: Position | undefined;
  name: string;
}

/** The facts of a picture to which an image’s address and size are set. */
export type PlacedPicture = Pick<Picture, 'name' | 'width' | 'height'>;

/** The pictures that an article names, in order, each once. `article` is its id, and `lang` its language. */
export function picturesIn(tree: Root, article: string, lang: string): NamedPicture[] {
  const byUrl = new Map<string, NamedPicture>();
  const names = new Set<string>();
  visit(tree, 'image', (image) => {
    const url = fileOf(image);
    if (byUrl.has(url)) return;
    const own = asciiName(url.slice(url.lastIndexOf('/') + 1).replace(/\.\w+$/, ''), lang) || 'image';
    const stem = idIn(article, own);
    let name = stem;
    for (let n = 2; names.has(name); n++) name = `${stem}-${n}`;
    names.add(name);
    byUrl.set(url, { url, at: image.position, name });
  });
  return [...byUrl.values()];
}

/** Reads pictures that an article names; undefined for each that cannot be read. Faults are reported on its file. */
export async function readPictures(
  named: readonly NamedPicture[],
  repository: Repository,
  file: VFile,
): Promise<(Picture | undefined)[]> {
  const pictures: (Picture | undefined)[] = [];
  for (const { url, at, name } of named) pictures.push(await readPicture(repository, url, file, at, name));
  return pictures;
}

/** Sets the addresses and sizes of an article’s images to those of its pictures, which were read in order. */
export function placePictures(
  tree: Root,
  named: readonly NamedPicture[],
  pictures: readonly (PlacedPicture | undefined)[],
): void {
  const byUrl = new Map(named.map(({ url }, i) => [url, pictures[i]]));
  visit(tree, 'image', (image) => {
    const picture = byUrl.get(fileOf(image));
    if (!picture) return;
    image.url = `images/${picture.name}`;
    setAttributes(image, byWidth(attributesOf(image), picture));
    image.data = { ...image.data, hProperties: { width: picture.width, height: picture.height } };
  });
}

function fileOf({ url }: Image): string {
  return url.replace(/^(?:\.\/)+/, '');
}

/**
 * Converts the height written for a picture to the width that gives it, because every edition sizes pictures by their
 * width.
 */
function byWidth({ height: asked, ...rest }: NodeAttributes, { width, height }: PlacedPicture): NodeAttributes {
  const high = /^([\d.]+)mm$/.exec(asked ?? '')?.[1];
  if (!high) return rest;
  return { ...rest, width: `${Number(((Number(high) * width) / height).toFixed(2))}mm` };
}
