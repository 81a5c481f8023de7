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
  /** True if it has no colour: it becomes a JPEG of one channel. */
  grey?: boolean;
}

/**
 * Reads and writes pictures of a kind. The codec is loaded on demand: most issues have no picture that is too large.
 */
export interface Codec {
  /**
   * Returns the picture upright, however the camera was held, unless it is asked for as stored. Throws if it cannot be
   * read.
   */
  read(data: Uint8Array, turned?: 'upright' | 'as stored'): Promise<Pixels>;
  write(pixels: Pixels, how: Written): Promise<Uint8Array>;
}

/**
 * Photographs, by MozJPEG. One reader reads all, since each keeps all the memory that it ever took; after a damaged
 * file a new one is started.
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

/** Loads the WebAssembly of a package, which would by itself be fetched, as in a browser. */
function compiled(path: string): Promise<WebAssembly.Module> {
  const known = modules.get(path);
  if (known) return known;
  const found = readFile(createRequire(import.meta.url).resolve(path)).then((bytes) => WebAssembly.compile(bytes));
  modules.set(path, found);
  return found;
}

/** The function that starts a codec made with Emscripten. */
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
