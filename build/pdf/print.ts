import type { Chrome, Page, Site } from '../browser/browser.ts';
import { startDeflateThreads } from '../pdf-reading/file/deflate.ts';
import { setDates } from './dates.ts';
import { call } from './page-functions.ts';
import { renumberTagIds } from './tag-ids.ts';

/**
 * Prints a site’s document: tagged, with title and language from the HTML, on the sheets that its `@page` rules ask
 * for. `date` goes into the PDF as its date; apart from it, the bytes depend on the site and the browser alone. `ready`
 * changes the page after everything is loaded and before it is printed; it may run twice. Throws an Error that names
 * the faces and pictures that cannot be shown, and BrowserDied.
 */
export function printSite(
  chrome: Chrome,
  site: Site,
  date: Date,
  ready?: (page: Page) => Promise<void>,
  options: PrintingOptions = {},
): Promise<Uint8Array> {
  return withSite(chrome, site, async (page) => {
    await ready?.(page);
    return printPages(page, date, options);
  });
}

/**
 * Opens a site’s document for print and works on it when everything is loaded. The work may run twice. Throws as
 * printSite does.
 */
export function withSite<T>(chrome: Chrome, site: Site, work: (page: Page) => Promise<T>): Promise<T> {
  return chrome.withPage(site, async (page) => {
    await page.emulateMediaType('print');
    await loadDocument(page);
    return work(page);
  });
}

/** Loads all that an open document shows. Throws an Error that names the faces and pictures that cannot be shown. */
export async function loadDocument(page: Page): Promise<void> {
  const missing = await call(page, 'loadAll');
  if (missing.length > 0) throw new Error(`The pages cannot be printed: there is no ${missing.join(', no ')}`);
}

/** The options for printing a document. */
export interface PrintingOptions {
  /** The first page that is printed; they are counted from 1. */
  from?: number;
  /** False for what nobody reads aloud. */
  tagged?: boolean;
}

/** Prints an open document. */
export async function printPages(
  page: Page,
  date: Date,
  { from = 1, tagged = true }: PrintingOptions = {},
): Promise<Uint8Array> {
  const printing = page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    // We write the bookmarks.
    outline: false,
    ...(from > 1 ? { pageRanges: `${from}-` } : {}),
    // The browser has a time limit of its own for a page's work.
    timeout: 0,
  });
  // The threads that compress the finished pages are ready when the browser is.
  startDeflateThreads();
  const pdf = await printing;
  setDates(pdf, date);
  renumberTagIds(pdf);
  return pdf;
}
