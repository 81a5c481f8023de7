import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { greyOf, type Picture } from './picture.ts';

/** Pixels to the point: a hundred to the inch. */
export const scale = 100 / 72;

/** Pages of a PDF, drawn; numbered from 1. `moved`: how far what they show is moved to the right and down, in pixels. */
export async function drawPages(pdf: Uint8Array, numbers: readonly number[], moved = [0, 0]): Promise<Picture[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  try {
    const pictures: Picture[] = [];
    for (const number of numbers) {
      const page = await document.getPage(number);
      const [offsetX = 0, offsetY = 0] = moved;
      const viewport = page.getViewport({ scale, offsetX, offsetY });
      const { width, height } = page.getViewport({ scale });
      const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      pictures.push(greyOf(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)));
    }
    return pictures;
  } finally {
    await document.loadingTask.destroy();
  }
}
