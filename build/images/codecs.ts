import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Pixels of red, green, blue and alpha. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** The options with which a picture is written. */
export interface Written {
  /** Of photographs, from 0 to 100. */
  quality: number;
  /** Whether it has no colour, and is a JPEG of one channel. */
  grey?: boolean;
}

/**
 * Reads and writes pictures of a kind. What does it is loaded when there is one: most issues have none that is too
 * large.
 */
export interface Codec {
  /**
   * The picture is upright, however the camera was held, unless it is asked for as it lies in the file. Throws where it
   * cannot be read.
   */
  read(data: Uint8Array, turned?: 'upright' | 'as stored'): Promise<Pixels>;
  write(pixels: Pixels, how: Written): Promise<Uint8Array>;
}

/**
 * Photographs, by MozJPEG. A reader that has met a damaged file is not used again; else one reads all, for each holds
 * all the memory that it ever took.
 */
export const jpegCodec: Codec = {
  async read(data, turned = 'upright') {
    const { init, default: read } = await import('@jsquash/jpeg/decode.js');
    reader ??= start(init, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
    await reader;
    try {
      return await read(bufferOf(data), { preserveOrientation: turned === 'upright' });
    } catch (error) {
      reader = undefined;
      throw error;
    }
  },
  async write(pixels, { quality, grey = false }) {
    const { init, default: write } = await import('@jsquash/jpeg/encode.js');
    writer ??= start(init, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
    await writer;
    // Of one channel, or of lightness and two differences. Not progressive: it takes twice as long, and saves a
    // hundredth.
    const options = { quality, color_space: grey ? 1 : 3, progressive: false };
    return new Uint8Array(await write(pixels as ImageData, options));
  },
};

let reader: Promise<void> | undefined;
let writer: Promise<void> | undefined;

async function start(init: (options: ReturnType<typeof from>) => Promise<void>, path: string): Promise<void> {
  await init(from(await compiled(path)));
}

export const pngCodec: Codec = {
  async read(data) {
    const { init, default: read } = await import('@jsquash/png/decode.js');
    await init(await compiled(png));
    return read(bufferOf(data));
  },
  async write(pixels) {
    const { init, default: write } = await import('@jsquash/png/encode.js');
    await init(await compiled(png));
    return new Uint8Array(await write(pixels as ImageData));
  },
};

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
    // What it says of damaged files does not help an editor.
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
