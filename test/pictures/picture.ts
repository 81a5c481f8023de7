import { readFile, writeFile } from 'node:fs/promises';
import { createCanvas, type ImageData, loadImage } from '@napi-rs/canvas';

/** A picture in greys. */
export interface Picture {
  width: number;
  height: number;
  /** Row by row, 0 black to 255 white. */
  greys: Uint8Array;
}

/** The greys of pixels in colour. */
export function greyOf({ width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>): Picture {
  const greys = new Uint8Array(width * height);
  for (let i = 0; i < greys.length; i++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * i);
    greys[i] = Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
  }
  return { width, height, greys };
}

export async function readPicture(path: string): Promise<Picture> {
  const image = await loadImage(await readFile(path));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return greyOf(context.getImageData(0, 0, image.width, image.height));
}

/** Writes a PNG of sixteen greys; what is `marked`, by its place in `greys`, is red and the rest pale. */
export async function writePicture(path: string, picture: Picture, marked?: ReadonlySet<number>): Promise<void> {
  const { width, height, greys } = picture;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  greys.forEach((grey, i) => {
    const level = Math.round(grey / 17) * 17;
    const shown = marked ? 170 + level / 3 : level;
    image.data.set(marked?.has(i) ? [220, 0, 0, 255] : [shown, shown, shown, 255], 4 * i);
  });
  context.putImageData(image, 0, 0);
  await writeFile(path, await canvas.encode('png'));
}
