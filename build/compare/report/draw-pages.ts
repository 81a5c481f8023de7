import { readFile } from 'node:fs/promises';
import type { Chrome, Site } from '../../browser/browser.ts';
import { readPdfJs } from '../../disk/pdf-js.ts';
import { call } from '../page-functions.ts';

/** A page that is to be drawn: its number in its PDF, from 1. */
export interface PageToDraw {
  pdf: string;
  number: number;
}

/** How wide pages are drawn, in pixels. */
const width = 900;

/** Draws pages of PDFs in the browser, by PDF.js: for each an address that has the picture itself. */
export async function drawPages(chrome: Chrome, pages: readonly PageToDraw[]): Promise<string[]> {
  const files: Site['files'] = new Map();
  files.set('index.html', { type: 'text/html', data: '<!DOCTYPE html><title>Pages</title>' });
  for (const name of ['pdf.min.mjs', 'pdf.worker.min.mjs'] as const)
    files.set(name, { type: 'text/javascript', data: await readPdfJs(name) });
  const paths = [...new Set(pages.map(({ pdf }) => pdf))];
  for (const [at, path] of paths.entries())
    files.set(`${at}.pdf`, { type: 'application/pdf', data: await readFile(path) });
  return chrome.withPage({ entry: 'index.html', files, runs: true }, async (page) => {
    const pictures: string[] = [];
    for (const { pdf, number } of pages)
      pictures.push(await call(page, 'drawPdfPage', `${paths.indexOf(pdf)}.pdf`, number, width));
    return pictures;
  });
}
