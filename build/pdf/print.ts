import type { Chrome, Page, Site } from '../browser/browser.ts';
import { startDeflating } from '../pdf-reading/file/deflate.ts';
import { setDates } from './dates.ts';
import { renumberTagIds } from './tag-ids.ts';

/**
 * Prints a site's document: tagged, its title and language from the HTML, on the sheets that its `@page` rules
 * ask for. `date` is what the PDF says of its making; apart from it, the bytes depend on the site and the browser alone.
 * `ready` is what is done to the page when everything is loaded, before it is printed: it must bear to be done twice.
 * Throws an Error that names the faces and pictures that cannot be shown, and BrowserDied.
 */
export function printSite(
  chrome: Chrome,
  site: Site,
  date: Date,
  ready?: (page: Page) => Promise<void>,
): Promise<Uint8Array> {
  return withSite(chrome, site, async (page) => {
    await ready?.(page);
    return printPages(page, date);
  });
}

/** Opens a site's document for print and does something with it when everything is loaded. The work must bear to be done twice. Throws as printSite does. */
export function withSite<T>(chrome: Chrome, site: Site, work: (page: Page) => Promise<T>): Promise<T> {
  return chrome.withPage(site, async (page) => {
    await page.emulateMediaType('print');
    const missing = await loadAll(page);
    if (missing.length > 0) throw new Error(`The pages cannot be printed: there is no ${missing.join(', no ')}`);
    return work(page);
  });
}

/** Prints an open document. */
export async function printPages(page: Page, date: Date): Promise<Uint8Array> {
  const printing = page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    // Bookmarks are ours.
    outline: false,
    // The browser has a time limit of its own for a page's work.
    timeout: 0,
  });
  // What finishes the pages compresses them in threads of its own, which are ready when the browser is.
  startDeflating();
  const pdf = await printing;
  setDates(pdf, date);
  renumberTagIds(pdf);
  return pdf;
}

/**
 * Loads every face, for one that only running heads use is not asked for before it is too late, and every picture. Returns what failed. No picture is asked to be decoded: the
 * browser has room for some sixty million pixels at a time, and makes it anew for each that it prints.
 */
function loadAll(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const faces = [...document.fonts].map((face) =>
      face.load().then(
        () => '',
        () => `face ${face.family} ${face.weight} ${face.style}`,
      ),
    );
    const pictures = [...document.images].map(async (image) => {
      if (!image.complete)
        await new Promise((done) => {
          image.addEventListener('load', done);
          image.addEventListener('error', done);
        });
      return image.naturalWidth > 0 ? '' : `picture ${image.getAttribute('src')}`;
    });
    const missing = (await Promise.all([...faces, ...pictures])).filter(Boolean);
    await document.fonts.ready;
    return missing;
  });
}
