import type * as PdfJs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';

const open = new Map<string, Promise<PDFDocumentProxy>>();
let library: Promise<typeof PdfJs> | undefined;

/** PDF.js, which works in this page itself: its worker could load nothing. */
function pdfJs(): Promise<typeof PdfJs> {
  library ??= (async () => {
    await import(addressOf('pdf.worker.min.mjs'));
    return (await import(addressOf('pdf.min.mjs'))) as typeof PdfJs;
  })();
  return library;
}

const addressOf = (name: string): string => new URL(name, document.baseURI).href;

async function read(name: string): Promise<PDFDocumentProxy> {
  const [{ getDocument }, answer] = await Promise.all([pdfJs(), fetch(addressOf(name))]);
  return getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0, isEvalSupported: false })
    .promise;
}

/** Draws a page of a PDF of the site, counted from 1, so many pixels wide: an address with the picture itself. */
export async function drawPdfPage(name: string, number: number, width: number): Promise<string> {
  const pdf = open.get(name) ?? read(name);
  open.set(name, pdf);
  const page = await (await pdf).getPage(number);
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const picture = canvas.toDataURL('image/webp', 0.85);
  page.cleanup();
  canvas.width = 0;
  return picture;
}
