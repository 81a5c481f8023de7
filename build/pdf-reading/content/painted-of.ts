import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { numberAt, trueAt, valueAt } from '../file/objects.ts';
import { decodeName } from './operators.ts';
import type { Painted, PaintedImage } from './painted.ts';
import type { Run } from './run.ts';

/** What is painted now, at a place of the page; without one, where the origin lies. */
export function painted({ page, state, marks }: Run, x = state.matrix[4], y = state.matrix[5]): Painted {
  return { page, state, marks, at: [x, y] };
}

export function paintedImage(run: Run, dict: PDFDict, stream: PDFRawStream): PaintedImage {
  return {
    ...painted(run),
    dict,
    stream,
    width: numberAt(dict, 'Width') ?? 0,
    height: numberAt(dict, 'Height') ?? 0,
    space: trueAt(dict, 'ImageMask') ? undefined : run.resources.spaceOf(valueAt(dict, 'ColorSpace')),
  };
}

/** An image that stands in the content stream itself (ISO 32000-1, 8.9.7). */
export function paintedInline(run: Run, dictionary: string): PaintedImage {
  const entry = (...keys: string[]) =>
    new RegExp(`/(?:${keys.join('|')})\\s*(/?[^\\s/<>\\[\\]()]+)`).exec(dictionary)?.[1];
  const space = decodeName(entry('CS', 'ColorSpace') ?? '');
  return {
    ...painted(run),
    dict: run.page.dict,
    stream: undefined,
    width: Number(entry('W', 'Width')) || 0,
    height: Number(entry('H', 'Height')) || 0,
    space: entry('IM', 'ImageMask') === 'true' ? undefined : run.resources.space(space),
  };
}
