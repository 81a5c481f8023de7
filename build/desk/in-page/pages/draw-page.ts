import type { PDFPageProxy } from 'pdfjs-dist';

/** The most pixels that a page is drawn with: 96 MB of memory. Beyond, it is stretched. */
const maxPixels = 24e6;

/** Draws a page on a canvas of its own, with a width and a height in pixels. */
export async function drawPage(page: PDFPageProxy, width: number, height: number): Promise<HTMLCanvasElement> {
  const less = Math.min(1, Math.sqrt(maxPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * less));
  canvas.height = Math.max(1, Math.round(height * less));
  const scale = canvas.width / page.getViewport({ scale: 1 }).width;
  // With the intent to print, PDF.js does not wait for frames of the window, which hidden windows lack.
  await page.render({ canvas, viewport: page.getViewport({ scale }), intent: 'print' }).promise;
  return canvas;
}

/** Gives the memory of a canvas back at once. */
export function release(canvas: HTMLCanvasElement | undefined): void {
  if (!canvas) return;
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
}
