import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { offprintRoot } from './offprint-root.ts';

/** Reads a file of PDF.js: Offprint’s package has it in a folder of its own, the repository among its packages. */
export async function readPdfJs(name: 'pdf.min.mjs' | 'pdf.worker.min.mjs'): Promise<Uint8Array> {
  return readFile(join(offprintRoot, 'bundle', 'pdfjs', name)).catch(() =>
    readFile(createRequire(join(offprintRoot, 'package.json')).resolve(`pdfjs-dist/build/${name}`)),
  );
}
