import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chrome, Page, Site } from '../../build/browser/browser.ts';
import { siteAddress } from '../../build/browser/site.ts';
import { type FoundNotes, findNotes, type NoteText, wordsOf } from './found-notes.ts';
import type { PeerText } from './peer-text.ts';

/*
 * Other programs that make pages of HTML in a browser, on the same text: Paged.js and Vivliostyle, where `npm install` was run in test/bench/peers/. The same
 * Chromium runs all, the pages have one size, and notes are given as each wants them, as footnotes of CSS GCPM (`float: footnote`).
 */

const folder = join(import.meta.dirname, 'peers', 'node_modules');

/** Whether they are there. */
export const peersInstalled = existsSync(folder);

export interface PeerResult extends FoundNotes {
  name: string;
  pages: number;
  /** ms: making pages, and printing them. */
  made: number;
  printed: number;
}

/** Longer than this, in ms, none is waited for. */
const patience = 280_000;

/** Has each peer make the pages of a galley and print them. What cannot do it is told why. */
export async function runPeers(
  chrome: Chrome,
  galley: Site,
  text: PeerText,
  tell: (result: PeerResult | string) => void,
): Promise<void> {
  for (const [name, run] of [
    ['Paged.js', pagedJs],
    ['Vivliostyle', vivliostyle],
  ] as const) {
    try {
      tell(await run(chrome, galley, text));
    } catch (error) {
      tell(`${name}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}

/** It breaks a column that is as wide as the page: columns of CSS it cannot break over pages. */
async function pagedJs(chrome: Chrome, galley: Site, { html, css, notes }: PeerText): Promise<PeerResult> {
  const program = await readFile(join(folder, 'pagedjs', 'dist', 'paged.polyfill.min.js'), 'utf8');
  const site = siteOf(galley, html.replace('</head>', `<style>${css}</style></head>`));
  return chrome.withPage(site, async (page) => {
    await openAgain(page, siteAddress(site.entry));
    const made = await timeOf(async () => {
      await page.evaluate('globalThis.PagedConfig = { auto: false }');
      await page.evaluate(program);
      await page.evaluate('PagedPolyfill.preview().then(() => {})');
    });
    return printed('Paged.js', page, made, notes);
  });
}

/** It makes pages of two columns, with the notes of both under them. */
async function vivliostyle(chrome: Chrome, galley: Site, { html, css, notes }: PeerText): Promise<PeerResult> {
  const two = 'html { columns: 2; column-gap: 5.5mm; } h1 { column-span: all; }';
  const site = siteOf(galley, html.replace('</head>', `<style>${css}${two}</style></head>`));
  const root = join(folder, '@vivliostyle', 'viewer', 'lib');
  for (const path of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const file = join(path.parentPath, path.name);
    site.files.set(`viewer/${file.slice(root.length + 1)}`, { type: typeOf(path.name), data: await readFile(file) });
  }
  return chrome.withPage(site, async (page) => {
    const address = `${siteAddress('viewer/index.html')}#src=${siteAddress(site.entry)}&bookMode=false&renderAllPages=true&spread=false`;
    const made = await timeOf(async () => {
      await openAgain(page, address);
      await page.waitForFunction(() => document.querySelector('[data-vivliostyle-viewer-status="complete"]'), {
        timeout: patience,
        polling: 100,
      });
    });
    return printed('Vivliostyle', page, made, notes);
  });
}

function siteOf(galley: Site, html: string): Site {
  return { entry: 'peer.html', files: new Map([...galley.files, ['peer.html', { type: 'text/html', data: html }]]) };
}

/** Ours lets no page run a script; theirs must. */
async function openAgain(page: Page, address: string): Promise<void> {
  await page.setBypassCSP(true);
  await page.setJavaScriptEnabled(true);
  await page.goto('about:blank');
  await page.goto(address, { timeout: patience });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}

/** Prints pages that are made, and looks for the notes in the PDF. */
export async function printed(name: string, page: Page, made: number, notes: readonly NoteText[]): Promise<PeerResult> {
  let pdf: Uint8Array = new Uint8Array();
  const took = await timeOf(async () => {
    pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 });
  });
  const pages = await wordsOf(pdf);
  return { name, pages: pages.length, made, printed: took, ...findNotes(pages, notes) };
}

function typeOf(name: string): string {
  const types: Record<string, string> = {
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    svg: 'image/svg+xml',
  };
  return types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
