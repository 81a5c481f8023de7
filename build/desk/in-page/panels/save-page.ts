import { type App, pageName } from '../app.ts';
import { make } from '../dom.ts';
import { drawPage, release } from '../pages/draw-page.ts';

/** The resolution of saved pages, in pixels for each PDF point: 300 dpi. */
const pixelsPerPoint = 300 / 72;

/** Saves the page that is looked at as PNG. */
export async function savePage({ pages, state, words, toast }: App): Promise<void> {
  const slot = pages.slot(pages.current());
  if (!slot) return;
  const { unit, number, index, folio } = slot.page;
  const pdf = await pages.pdfs.page(unit, number);
  const { width, height } = pdf.getViewport({ scale: 1 });
  const canvas = await drawPage(pdf, Math.round(width * pixelsPerPoint), Math.round(height * pixelsPerPoint));
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  release(canvas);
  if (!png) return;
  const href = URL.createObjectURL(png);
  const name = `${state().folder}-${folio ? `p${folio}` : `i${index}`}.png`.replace(/[^\w.-]+/g, '_');
  make('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  toast(words('saved', { page: pageName(words, slot.page), name }));
}
