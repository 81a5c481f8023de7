// The thread that paints covers.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm } from '@resvg/resvg-wasm';
import { serve } from '../threads/serve.mjs';
import { paintPng } from './paint-png.mjs';

const started = readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
serve(async (drawing) => {
  await started;
  return paintPng(drawing);
});
