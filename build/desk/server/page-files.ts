import { readFile } from 'node:fs/promises';
import { readPdfJs } from '../../disk/pdf-js.ts';
import client from '../in-page/index.ts?bundle';
import type { Answer } from './answer.ts';

/** The files of the desk’s page in the browser, by their addresses. */
export type PageFiles = ReadonlyMap<string, () => Promise<Answer>>;

const templates = {
  page: new URL('../../../templates/desk/index.html', import.meta.url),
  sheet: new URL('../../../templates/desk/desk.css', import.meta.url),
};

/** Opens the files of the page: its document and stylesheet, its script, and PDF.js, which draws pages. */
export function pageFiles(): PageFiles {
  const once = (make: () => Promise<Answer>) => {
    let made: Promise<Answer> | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const script = (name: Parameters<typeof readPdfJs>[0]) => async (): Promise<Answer> => ({
    type: javascript,
    body: await readPdfJs(name),
  });
  return new Map([
    ['', once(async () => ({ type: 'text/html; charset=utf-8', body: await readFile(templates.page) }))],
    ['desk.css', once(async () => ({ type: 'text/css; charset=utf-8', body: await readFile(templates.sheet) }))],
    ['desk.js', async () => ({ type: javascript, body: client.script })],
    ['pdf.mjs', once(script('pdf.min.mjs'))],
    ['pdf.worker.mjs', once(script('pdf.worker.min.mjs'))],
  ]);
}

const javascript = 'text/javascript; charset=utf-8';
