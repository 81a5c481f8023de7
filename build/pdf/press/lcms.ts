import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  cmsFLAGS_NOOPTIMIZE,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type LittleCms,
  TYPE_CMYK_8,
  TYPE_CMYK_16,
  TYPE_Lab_16,
  TYPE_RGB_8,
} from 'lcms-wasm';

/**
 * The layouts of colours in memory: channel after channel, in 8 or in 16 bits. Lab has L* from 0 to 65535 for 0 to 100
 * (ICC.1:2022, 6.3.4).
 */
const formats = {
  rgb8: { type: TYPE_RGB_8, channels: 3, bytes: 1 },
  cmyk8: { type: TYPE_CMYK_8, channels: 4, bytes: 1 },
  cmyk16: { type: TYPE_CMYK_16, channels: 4, bytes: 2 },
  lab16: { type: TYPE_Lab_16, channels: 3, bytes: 2 },
} as const;
export type Format = keyof typeof formats;

/** A profile that LittleCMS has opened. */
export type ProfileHandle = number & { readonly handle: unique symbol };

/** LittleCMS, which converts colours from one ICC profile to another. */
export interface ColourEngine {
  /** Opens an ICC profile; undefined for any other data. */
  open(data: Uint8Array): ProfileHandle | undefined;
  lab(): ProfileHandle;
  /**
   * Makes a conversion, relative colorimetric with black point compensation, as printers do; undefined where a profile
   * does not allow it. One for `many` colours, such as pixels, first computes a table, which takes long, and then is
   * quick; one for `few` converts each colour through both profiles.
   */
  conversion(
    from: [ProfileHandle, Format],
    to: [ProfileHandle, Format],
    colours: 'few' | 'many',
  ): ((colours: Uint8Array) => Uint8Array) | undefined;
}

let engine: Promise<ColourEngine> | undefined;

/** Starts LittleCMS, once. */
export function colourEngine(): Promise<ColourEngine> {
  engine ??= start();
  return engine;
}

/**
 * Calls the compiled library directly: the package’s own functions copy each number separately, and pass profiles on
 * the stack, which is too small for a big one.
 */
async function start(): Promise<ColourEngine> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('lcms-wasm/dist/lcms.wasm'));
  let program: Program | undefined;
  const lcms: LittleCms = await instantiate({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then(({ instance, module }) => {
        program = instance.exports as unknown as Program;
        done(instance, module);
      });
      return {};
    },
  });
  const { malloc, free, ...cms } = program as unknown as Program;
  const put = (data: Uint8Array): number => {
    const at = malloc(data.length);
    lcms.HEAPU8.set(data, at);
    return at;
  };
  return {
    open(data) {
      const at = put(data);
      const handle = cms.cmsOpenProfileFromMem(at, data.length);
      free(at);
      return handle ? (handle as ProfileHandle) : undefined;
    },
    lab: () => cms.cmsCreateLab4Profile(0) as ProfileHandle,
    conversion([from, given], [to, wanted], amount) {
      const transform = cms.cmsCreateTransform(
        from,
        formats[given].type,
        to,
        formats[wanted].type,
        INTENT_RELATIVE_COLORIMETRIC,
        cmsFLAGS_BLACKPOINTCOMPENSATION | (amount === 'few' ? cmsFLAGS_NOOPTIMIZE : 0),
      );
      if (!transform) return undefined;
      return (colours) => {
        const count = colours.length / formats[given].channels / formats[given].bytes;
        const size = count * formats[wanted].channels * formats[wanted].bytes;
        const input = put(colours);
        const output = malloc(size);
        cms.cmsDoTransform(transform, input, output, count);
        const converted = lcms.HEAPU8.slice(output, output + size);
        free(input);
        free(output);
        return converted;
      };
    },
  };
}

interface Program {
  malloc(size: number): number;
  free(at: number): void;
  cmsOpenProfileFromMem(at: number, size: number): number;
  cmsCreateLab4Profile(whitePoint: number): number;
  cmsCreateTransform(from: number, given: number, to: number, wanted: number, intent: number, flags: number): number;
  cmsDoTransform(transform: number, input: number, output: number, count: number): void;
}
