import {
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { ownStreamData } from '../../pdf-reading/file/streams.ts';
import { calculate } from './calculator.ts';
import { strictNumberAt, strictNumbersAt } from './functions.ts';

/**
 * The largest number of repetitions that are written out; with more, the gradient stays as it is, because they are too
 * fine to be seen.
 */
const maxRepeats = 2000;

/*
 * The browser writes a gradient that repeats itself as a program, which computes for each point of a plane its place in
 * the gradient, and then its colour (ISO 32000-2, 7.10.5, 8.7.4.5.2). Skia, the browser’s drawing library, has these
 * programs in src/pdf/SkPDFGradientShader.cpp.
 */
const along = { pop: 'axial', 'dup mul exch dup mul add sqrt': 'radial' } as const;
const tiles = {
  'dup truncate sub dup 0 le {1 add} if': 'again',
  'abs dup truncate dup cvi 2 mod 0 gt 3 1 roll sub exch {1 exch sub} if': 'back and forth',
} as const;
const colours = /dup 0 le \{pop [\d. -]+ 0\} if .*/;
const program = new RegExp(`^\\{(${alternatives(along)}) (${alternatives(tiles)}) (${colours.source})\\}$`);

/**
 * Rewrites a gradient that repeats itself along a line, or in circles around a point, as one that continues as far as
 * it is seen: as a function of stretches instead of a program. Some presses do not draw the programs, and only a
 * function can be converted to inks. Other shadings stay as they are.
 */
export function unrollGradient(context: PDFContext, shading: PDFDict): void {
  const code = shading.lookup(PDFName.of('Function'));
  if (
    strictNumberAt(shading, 'ShadingType') !== 1 ||
    !(code instanceof PDFRawStream) ||
    shading.has(PDFName.of('Matrix'))
  )
    return;
  const text = Buffer.from(ownStreamData(code))
    .toString('latin1')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{}]) ?/g, (_, sign) => (sign === '{' ? ' {' : '} '))
    .trim();
  const [, way = '', tile = '', colour = ''] = program.exec(text) ?? [];
  const area = strictNumbersAt(shading, 'Domain');
  const base = colour && baseOf(context, colour);
  if (!base || area.length !== 4) return;
  const [left = 0, right = 0, bottom = 0, top = 0] = area;
  const isAxial = along[way as keyof typeof along] === 'axial';
  const from = isAxial ? Math.floor(left) : 0;
  const to = isAxial ? Math.ceil(right) : Math.ceil(Math.hypot(Math.max(-left, right), Math.max(-bottom, top)));
  if (to - from > maxRepeats || to <= from) return;
  const turns = tiles[tile as keyof typeof tiles] === 'back and forth';
  const all = Array.from({ length: to - from }, (_, i) => from + i);
  const set = (key: string, value: PDFObject) => shading.set(PDFName.of(key), value);
  set('ShadingType', PDFNumber.of(isAxial ? 2 : 3));
  set('Coords', context.obj(isAxial ? [from, 0, to, 0] : [0, 0, from, 0, 0, to]));
  set('Domain', context.obj([from, to]));
  set('Extend', context.obj([true, true]));
  set(
    'Function',
    stitched(
      context,
      [...all, to],
      all.map(() => base),
      all.map((k) => turns && k % 2 !== 0),
    ),
  );
}

/** The function of one repetition of the gradient, from 0 to 1. */
function baseOf(context: PDFContext, code: string): PDFRef | undefined {
  // Wherever the program compares a place with a number, stretches meet.
  const asked = [...code.matchAll(/ ([\d.]+) (?:le|gt)\b/g)].map(([, place]) => Number(place));
  const bounds = [...new Set([0, ...asked, 1])].sort((one, other) => one - other);
  if (bounds.at(-1) !== 1) return undefined;
  const at = (t: number) => calculate(code, [t])?.map((value) => Math.round(value * 10_000) / 10_000);
  const parts: PDFRef[] = [];
  for (const [i, to] of bounds.slice(1).entries()) {
    const from = bounds[i] ?? 0;
    // A stretch begins behind its bound, because a sharp edge may lie on it.
    const [first, last] = [at(from + 1e-7 * (to - from)), at(to)];
    if (first?.length !== 3 || last?.length !== 3) return undefined;
    parts.push(context.register(context.obj({ FunctionType: 2, Domain: [0, 1], C0: first, C1: last, N: 1 })));
  }
  return stitched(
    context,
    bounds,
    parts,
    parts.map(() => false),
  );
}

/** A function made of several, each over its stretch (7.10.4); a `turned` one runs from its end to its beginning. */
function stitched(
  context: PDFContext,
  bounds: readonly number[],
  parts: readonly PDFRef[],
  turned: readonly boolean[],
): PDFRef {
  const [from = 0, to = 1] = [bounds[0], bounds.at(-1)];
  return context.register(
    context.obj({
      FunctionType: 3,
      Domain: [from, to],
      Functions: [...parts],
      Bounds: bounds.slice(1, -1),
      Encode: turned.flatMap((isTurned) => (isTurned ? [1, 0] : [0, 1])),
    }),
  );
}

function alternatives(of: object): string {
  return Object.keys(of)
    .map((one) => one.replace(/[{}]/g, '\\$&'))
    .join('|');
}
