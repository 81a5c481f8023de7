import { type App, pageName } from '../app.ts';
import { make } from '../dom.ts';
import { drawPage, release } from '../pages/draw-page.ts';
import { overhang } from '../pages/page-boxes.ts';

/** The resolution of saved pages, in pixels for each PDF point: 300 dpi. */
const pixelsPerPoint = 300 / 72;

/** Saves the page that is looked at as PNG: cut to its trim, or with its bleed, as it is shown. */
export async function savePage({ pages, state, view, words, toast }: App): Promise<void> {
  const slot = pages.slot(pages.current());
  if (!slot) return;
  const { unit, number, index, folio } = slot.page;
  const pdf = await pages.pdfs.page(unit, number);
  const { width, height } = pdf.getViewport({ scale: 1 });
  const over = view().isWhole ? 0 : overhang({ width, height }, state().sheet);
  const sheet = await drawPage(pdf, Math.round(width * pixelsPerPoint), Math.round(height * pixelsPerPoint));
  const canvas = cut(sheet, Math.round(over * pixelsPerPoint));
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  release(canvas);
  if (!png) return;
  const href = URL.createObjectURL(png);
  const name = `${state().folder}-${folio ? `p${folio}` : `i${index}`}.png`.replace(/[^\w.-]+/g, '_');
  make('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  toast(words('saved', { page: pageName(words, slot.page), name }));
}

/** Cuts an edge off a picture. */
function cut(sheet: HTMLCanvasElement, edge: number): HTMLCanvasElement {
  if (edge === 0) return sheet;
  const canvas = document.createElement('canvas');
  canvas.width = sheet.width - 2 * edge;
  canvas.height = sheet.height - 2 * edge;
  canvas.getContext('2d')?.drawImage(sheet, -edge, -edge);
  release(sheet);
  return canvas;
}
