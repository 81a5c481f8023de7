import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { ownStreamData, streamOf } from '../../pdf-reading/file/streams.ts';

/** Converts values of one colour space into values of another, both from 0 to 1. */
export type Recolour = (values: readonly number[]) => readonly number[];

/** The number of samples of a gradient’s stretch. */
const samples = 64;

/**
 * Rewrites a function of one input that gives a colour (ISO 32000-2, 7.10), so that it gives a colour of another space.
 * Stitched stretches stay separate, so that a sharp edge stays sharp. Returns undefined for a kind that browsers do not
 * write.
 */
export function recolourFunction(context: PDFContext, object: PDFObject, recolour: Recolour): PDFObject | undefined {
  const found = context.lookup(object);
  const dict = found instanceof PDFDict ? found : found instanceof PDFRawStream ? found.dict : undefined;
  if (!dict) return undefined;
  if (strictNumberAt(dict, 'FunctionType') === 3) {
    const parts = dict.lookup(PDFName.of('Functions'), PDFArray).asArray();
    // A gradient that repeats itself contains the same part many times.
    const known = new Map<PDFObject, PDFObject | undefined>();
    const recoloured = parts.map((part) => {
      if (!known.has(part)) known.set(part, recolourFunction(context, part, recolour));
      return known.get(part);
    });
    if (!recoloured.every((part) => part !== undefined)) return undefined;
    const copy = dict.clone(context);
    copy.set(PDFName.of('Functions'), context.obj(recoloured));
    copy.delete(PDFName.of('Range'));
    return context.register(copy);
  }
  const evaluate = colourAt(found as PDFDict | PDFRawStream, dict);
  const [from = 0, to = 1] = strictNumbersAt(dict, 'Domain');
  if (!evaluate) return undefined;
  const colours = Array.from({ length: samples }, (_, i) =>
    recolour(evaluate(from + ((to - from) * i) / (samples - 1))),
  );
  const channels = colours[0]?.length ?? 0;
  const data = Uint8Array.from(colours.flat(), (value) => Math.round(Math.min(1, Math.max(0, value)) * 255));
  return context.register(
    streamOf(context, data, {
      FunctionType: 0,
      Domain: [from, to],
      Range: Array.from({ length: channels }, () => [0, 1]).flat(),
      Size: [samples],
      BitsPerSample: 8,
    }),
  );
}

/** The colours of a function at its samples. */
export function coloursOf(context: PDFContext, object: PDFObject): readonly number[][] {
  const colours: number[][] = [];
  recolourFunction(context, object, (values) => {
    colours.push([...values]);
    return values;
  });
  return colours;
}

/** Makes a callable of a function that does not stitch others. */
function colourAt(found: PDFDict | PDFRawStream, dict: PDFDict): ((x: number) => number[]) | undefined {
  switch (strictNumberAt(dict, 'FunctionType')) {
    case 0: {
      if (!(found instanceof PDFRawStream) || strictNumberAt(dict, 'BitsPerSample') !== 8) return undefined;
      const [size = 0, ...more] = strictNumbersAt(dict, 'Size');
      const channels = strictNumbersAt(dict, 'Range').length / 2;
      const [from = 0, to = 1] = strictNumbersAt(dict, 'Domain');
      if (more.length > 0 || size < 2 || dict.has(PDFName.of('Encode')) || dict.has(PDFName.of('Decode')))
        return undefined;
      const data = ownStreamData(found);
      return (x) => {
        const place = ((x - from) / (to - from)) * (size - 1);
        const at = Math.min(size - 2, Math.max(0, Math.floor(place)));
        return Array.from({ length: channels }, (_, c) => {
          const [low = 0, high = 0] = [data[at * channels + c], data[(at + 1) * channels + c]];
          return (low + (high - low) * (place - at)) / 255;
        });
      };
    }
    case 2: {
      const [first, last] = [strictNumbersAt(dict, 'C0'), strictNumbersAt(dict, 'C1')];
      const exponent = strictNumberAt(dict, 'N') ?? 1;
      return (x) => first.map((value, i) => value + x ** exponent * ((last[i] ?? 0) - value));
    }
    default:
      return undefined;
  }
}

/** The number under a key; undefined where there is none. Throws an Error where the value is not a number. */
export function strictNumberAt(dict: PDFDict, key: string): number | undefined {
  return dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber();
}

/** The numbers of the array under a key; none where there is no array. */
export function strictNumbersAt(dict: PDFDict, key: string): number[] {
  const array = dict.lookupMaybe(PDFName.of(key), PDFArray);
  return array ? array.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)) : [];
}
