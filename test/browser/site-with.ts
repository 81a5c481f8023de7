import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Site } from '../../build/browser/browser.ts';

const faces = '@expo-google-fonts/source-serif-4';

/** A site of one document in one embedded face, named Text. */
export async function siteWith(body: string, css = ''): Promise<Site> {
  const font = createRequire(import.meta.url).resolve(`${faces}/400Regular/SourceSerif4_400Regular.ttf`);
  const style = `@font-face { font-family: Text; src: url(fonts/text.ttf); } body { font-family: Text; } ${css}`;
  const document = `<!DOCTYPE html><html lang="en"><head><title>Try</title><style>${style}</style></head><body>${body}</body></html>`;
  return {
    entry: 'index.html',
    files: new Map<string, { type: string; data: string | Uint8Array }>([
      ['index.html', { type: 'text/html', data: document }],
      ['fonts/text.ttf', { type: 'font/ttf', data: await readFile(font) }],
    ]),
  };
}
