import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { offprintRoot } from '../disk/repository.ts';

/** The files of PDF.js that the preview’s page in the browser loads. */
const files = ['pdf.min.mjs', 'pdf.worker.min.mjs'];

/** Copies what a browser loads of PDF.js: its package has many times as much. Returns the package’s name. */
export async function copyPdfJs(folder: string): Promise<string> {
  const { resolve } = createRequire(join(offprintRoot, 'package.json'));
  const home = dirname(resolve('pdfjs-dist/package.json'));
  await mkdir(folder, { recursive: true });
  for (const name of files) await copyFile(join(home, 'build', name), join(folder, name));
  return 'pdfjs-dist';
}
