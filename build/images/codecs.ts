import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import readJpeg, { init as startJpegReader } from '@jsquash/jpeg/decode.js';
import writeJpeg, { init as startJpegWriter } from '@jsquash/jpeg/encode.js';
import readPng, { init as startPngReader } from '@jsquash/png/decode.js';
import writePng, { init as startPngWriter } from '@jsquash/png/encode.js';
import resize, { initResize } from '@jsquash/resize';

/** Reads and writes pictures of a kind: pixels of red, green, blue and alpha, the picture upright. */
export interface Codec {
  /** Throws where the picture cannot be read. */
  read(data: Uint8Array): Promise<ImageData>;
  write(pixels: ImageData): Promise<Uint8Array>;
}

/** From 0 to 100: above this, nobody sees what a photograph gains. */
const quality = 82;

/** Photographs, by MozJPEG. A reader that has met a damaged file is not used again: each picture has a new one. */
export const jpegCodec: Codec = {
  async read(data) {
    await startJpegReader(from(await compiled('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')));
    return readJpeg(bufferOf(data), { preserveOrientation: true });
  },
  async write(pixels) {
    await startJpegWriter(from(await compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')));
    return new Uint8Array(await writeJpeg(pixels, { quality }));
  },
};

export const pngCodec: Codec = {
  async read(data) {
    await startPngReader(await compiled(png));
    return readPng(bufferOf(data));
  },
  async write(pixels) {
    await startPngWriter(await compiled(png));
    return new Uint8Array(await writePng(pixels));
  },
};

/** Scales pixels; what is clear has no colour to lend. Not in linear light, as browsers do not, which takes four times as long. */
export async function scale(pixels: ImageData, width: number, height: number): Promise<ImageData> {
  await initResize(await compiled('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'));
  return resize(pixels, { width, height, method: 'lanczos3', linearRGB: false });
}

const png = '@jsquash/png/codec/pkg/squoosh_png_bg.wasm';

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** The program of a package; by itself it would be fetched, as in a browser. */
function compiled(path: string): Promise<WebAssembly.Module> {
  const known = modules.get(path);
  if (known) return known;
  const found = readFile(createRequire(import.meta.url).resolve(path)).then((bytes) => WebAssembly.compile(bytes));
  modules.set(path, found);
  return found;
}

/** What starts a codec of Emscripten’s. */
function from(module: WebAssembly.Module) {
  return {
    // What damaged files make it say is no message for an editor.
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: never) => void): WebAssembly.Exports {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance as never);
      return instance.exports;
    },
  };
}

function bufferOf(data: Uint8Array): ArrayBuffer {
  return new Uint8Array(data).buffer;
}
