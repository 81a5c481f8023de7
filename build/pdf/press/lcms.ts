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

/** How colours lie in memory: channel after channel, in 8 or in 16 bits. Lab has L* from 0 to 65535 for 0 to 100 (ICC.1:2022, 6.3.4). */
export const formats = {
  rgb8: { type: TYPE_RGB_8, channels: 3, bytes: 1 },
  cmyk8: { type: TYPE_CMYK_8, channels: 4, bytes: 1 },
  cmyk16: { type: TYPE_CMYK_16, channels: 4, bytes: 2 },
  lab16: { type: TYPE_Lab_16, channels: 3, bytes: 2 },
} as const;
export type Format = keyof typeof formats;

/** A profile that LittleCMS has opened. */
export type Handle = number & { readonly handle: unique symbol };

/** LittleCMS, which converts colours from one ICC profile to another. */
export interface ColourEngine {
  /** Opens an ICC profile; undefined where the data are none. */
  open(data: Uint8Array): Handle | undefined;
  lab(): Handle;
  /**
   * Makes a conversion, relative colorimetric with black point compensation, as printers do it; undefined where a profile does not allow it. One for `many` colours, such as pixels,
   * is made slowly, as a table of its own, and then is quick; one for few takes each through both profiles.
   */
  conversion(
    from: [Handle, Format],
    to: [Handle, Format],
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
 * The package's own functions copy each number by itself, and hand profiles over on the stack, where a big one has no room: so memory is taken
 * from the program itself.
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
      return handle ? (handle as Handle) : undefined;
    },
    lab: () => cms.cmsCreateLab4Profile(0) as Handle,
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
