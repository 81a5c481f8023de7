import type { Properties } from 'hast';
import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Repository } from '../disk/repository.ts';
import { readPicture } from '../images/picture.ts';
import type { Picture } from '../issue/model.ts';
import { asciiName } from '../text/ascii-name.ts';

/** Reads the pictures of an article and points its images to them, with their sizes. `prefix` begins the pictures’ names; `lang` is the article’s. */
export async function placePictures(
  tree: Root,
  repository: Repository,
  file: VFile,
  prefix: string,
  lang: string,
): Promise<Picture[]> {
  const images: Image[] = [];
  visit(tree, 'image', (image) => void images.push(image));
  const byUrl = new Map<string, Picture | undefined>();
  const names = new Set<string>();
  for (const image of images) {
    const url = image.url.replace(/^(?:\.\/)+/, '');
    if (!byUrl.has(url)) {
      const stem = `${prefix}-${asciiName(url.slice(url.lastIndexOf('/') + 1).replace(/\.\w+$/, ''), lang) || 'image'}`;
      let name = stem;
      for (let n = 2; names.has(name); n++) name = `${stem}-${n}`;
      names.add(name);
      byUrl.set(url, await readPicture(repository, url, file, image.position, name));
    }
    const picture = byUrl.get(url);
    if (!picture) continue;
    image.url = `images/${picture.name}`;
    image.data = {
      ...image.data,
      hProperties: { ...byWidth(image.data?.hProperties, picture), width: picture.width, height: picture.height },
    };
  }
  return [...byUrl.values()].filter((picture) => picture !== undefined);
}

/** A height that was asked for as the width that gives it: every edition sizes pictures by their width. */
function byWidth(properties: Properties = {}, { width, height }: Picture): Properties {
  const high = /^height: ([\d.]+)mm$/.exec(String(properties.style ?? ''))?.[1];
  if (!high) return properties;
  return { ...properties, style: `width: ${Number(((Number(high) * width) / height).toFixed(2))}mm` };
}
