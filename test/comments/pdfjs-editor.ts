import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'puppeteer';
import { offprintRoot } from '../../build/disk/offprint-root.ts';
import { startUserBrowser, type UserBrowser } from '../desk/user-browser.ts';
import { beforeEnding } from '../run/ending.ts';

const viewer = `<!DOCTYPE html><meta charset="utf-8"/><link rel="stylesheet" href="/web/pdf_viewer.css"/>
<style>body { margin: 0 } #box { position: absolute; inset: 0; overflow: auto }</style>
<div id="box"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
import * as pdfjsLib from '/build/pdf.mjs';
globalThis.pdfjsLib = pdfjsLib;
pdfjsLib.GlobalWorkerOptions.workerSrc = '/build/pdf.worker.mjs';
const { EventBus, PDFLinkService, PDFViewer } = await import('/web/pdf_viewer.mjs');
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const box = document.getElementById('box');
const view = new PDFViewer({ container: box, eventBus, linkService, annotationEditorMode: 0,
  annotationEditorHighlightColors: 'yellow=#FFFF98,green=#53FFBC' });
linkService.setViewer(view);
const opened = await pdfjsLib.getDocument({ url: '/file.pdf' }).promise;
view.setDocument(opened);
linkService.setDocument(opened);
eventBus.on('textlayerrendered', () => { globalThis.isReady = true; });
globalThis.setMode = async (mode) => { view.annotationEditorMode = { mode }; };
globalThis.saved = async () => btoa(Array.from(await opened.saveDocument(), (byte) => String.fromCharCode(byte)).join(''));
</script>`;

/** The editor of PDF.js as Firefox has it, with a PDF open. */
export interface PdfJsEditor {
  /** Marks the words of its text with the mouse. */
  highlight(words: string): Promise<void>;
  /** Types a text on the page beside words. */
  type(text: string, beside: string): Promise<void>;
  /** Draws a stroke under words. */
  draw(under: string): Promise<void>;
  /** The file as it saves it. */
  save(): Promise<Uint8Array>;
}

/** The numbers of its modes (AnnotationEditorType). */
const modes = { none: 0, text: 3, highlight: 9, draw: 15 };

let browser: Promise<UserBrowser> | undefined;

/** Opens a PDF in the editor of PDF.js, in a browser. */
export async function openEditor(pdf: Uint8Array): Promise<PdfJsEditor> {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    const types: Record<string, string> = { '.mjs': 'text/javascript', '.css': 'text/css', '.pdf': 'application/pdf' };
    const body =
      path === '/'
        ? viewer
        : path === '/file.pdf'
          ? Buffer.from(pdf)
          : await readFile(join(offprintRoot, 'node_modules/pdfjs-dist', path)).catch(() => '');
    response.writeHead(body === '' ? 404 : 200, { 'content-type': types[extname(path)] ?? 'text/html' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  if (!browser) {
    browser = startUserBrowser();
    beforeEnding(async () => (await browser)?.end());
  }
  beforeEnding(async () => void server.close());
  const page = await (await browser).browser.newPage();
  await page.setViewport({ width: 1100, height: 1400 });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.isReady === true');
  const mode = (number: number) => page.evaluate(`globalThis.setMode(${number})`).then(() => pause(page));
  return {
    async highlight(words) {
      await mode(modes.highlight);
      const [from, to] = await boxesOf(page, words);
      await page.mouse.move(from.left + 0.5, from.middle);
      await page.mouse.down();
      await page.mouse.move((from.left + to.right) / 2, (from.middle + to.middle) / 2, { steps: 4 });
      await page.mouse.move(to.right - 0.5, to.middle, { steps: 4 });
      await page.mouse.up();
      await pause(page);
      await mode(modes.none);
    },
    async type(text, beside) {
      await mode(modes.text);
      const [{ left, middle }] = await boxesOf(page, beside);
      await page.mouse.click(left, middle);
      await pause(page);
      await page.keyboard.type(text);
      await page.keyboard.press('Escape');
      await pause(page);
      await mode(modes.none);
    },
    async draw(under) {
      await mode(modes.draw);
      const [from, to] = await boxesOf(page, under);
      await page.mouse.move(from.left, from.middle + 2);
      await page.mouse.down();
      await page.mouse.move(to.right, to.middle + 2, { steps: 12 });
      await page.mouse.up();
      await pause(page);
      await mode(modes.none);
    },
    async save() {
      const saved = (await page.evaluate('globalThis.saved()')) as string;
      await page.close();
      return Buffer.from(saved, 'base64');
    },
  };
}

/** Lets the page draw what was asked of it. */
async function pause(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150)))');
}

interface WordBox {
  left: number;
  right: number;
  middle: number;
}

/** Where the first and the last letter of words are in the text layer. */
async function boxesOf(page: Page, words: string): Promise<[WordBox, WordBox]> {
  return (await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('.textLayer'), NodeFilter.SHOW_TEXT);
    const signs = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let i = 0; i < node.data.length; i++) if (/\\S/.test(node.data[i])) signs.push([node, i]);
    const wanted = ${JSON.stringify(words.replace(/\s/g, ''))};
    const at = signs.map(([node, i]) => node.data[i]).join('').indexOf(wanted);
    if (at < 0) throw new Error('The page lacks ' + wanted);
    return [signs[at], signs[at + wanted.length - 1]].map(([node, i]) => {
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    });
  })()`)) as [WordBox, WordBox];
}
