import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Repository } from '../../../disk/repository.ts';
import { readPicture } from '../../../images/picture.ts';
import { idIn } from '../../../issue/ids.ts';
import type { Picture } from '../../../issue/model.ts';
import { asciiName } from '../../../text/ascii-name.ts';
import { attributesOf, type NodeAttributes, setAttributes } from '../../tree.ts';

/**
 * Reads the pictures of an article, and sets the addresses and sizes of its images to them. `article` is the article’s
 * id, and `lang` its language.
 */
export async function placePictures(
  tree: Root,
  repository: Repository,
  file: VFile,
  article: string,
  lang: string,
): Promise<Picture[]> {
  const images: Image[] = [];
  visit(tree, 'image', (image) => void images.push(image));
  const byUrl = new Map<string, Picture | undefined>();
  const names = new Set<string>();
  for (const image of images) {
    const url = image.url.replace(/^(?:\.\/)+/, '');
    if (!byUrl.has(url)) {
      const own = asciiName(url.slice(url.lastIndexOf('/') + 1).replace(/\.\w+$/, ''), lang) || 'image';
      const stem = idIn(article, own);
      let name = stem;
      for (let n = 2; names.has(name); n++) name = `${stem}-${n}`;
      names.add(name);
      byUrl.set(url, await readPicture(repository, url, file, image.position, name));
    }
    const picture = byUrl.get(url);
    if (!picture) continue;
    image.url = `images/${picture.name}`;
    setAttributes(image, byWidth(attributesOf(image), picture));
    image.data = { ...image.data, hProperties: { width: picture.width, height: picture.height } };
  }
  return [...byUrl.values()].filter((picture) => picture !== undefined);
}

/**
 * Converts the height written for a picture to the width that gives it, because every edition sizes pictures by their
 * width.
 */
function byWidth({ height: asked, ...rest }: NodeAttributes, { width, height }: Picture): NodeAttributes {
  const high = /^([\d.]+)mm$/.exec(asked ?? '')?.[1];
  if (!high) return rest;
  return { ...rest, width: `${Number(((Number(high) * width) / height).toFixed(2))}mm` };
}
