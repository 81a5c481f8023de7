import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { numberAt, trueAt, valueAt } from '../file/objects.ts';
import type { ContentFrame } from './content-frame.ts';
import { decodeName } from './operators.ts';
import type { PaintedImage, PaintedObject } from './painted.ts';

/** Returns what all painted objects share, at a position of the page; by default, where the origin is. */
export function paintedObject(
  { page, state, marks }: ContentFrame,
  x = state.matrix[4],
  y = state.matrix[5],
): PaintedObject {
  return { page, state, marks, at: [x, y] };
}

export function paintedImage(frame: ContentFrame, dict: PDFDict, stream: PDFRawStream): PaintedImage {
  return {
    ...paintedObject(frame),
    dict,
    stream,
    width: numberAt(dict, 'Width') ?? 0,
    height: numberAt(dict, 'Height') ?? 0,
    space: trueAt(dict, 'ImageMask') ? undefined : frame.resources.spaceOf(valueAt(dict, 'ColorSpace')),
  };
}

/** Reads an inline image (ISO 32000-1, 8.9.7). */
export function paintedInlineImage(frame: ContentFrame, dictionary: string): PaintedImage {
  const entry = (...keys: string[]) =>
    new RegExp(`/(?:${keys.join('|')})\\s*(/?[^\\s/<>\\[\\]()]+)`).exec(dictionary)?.[1];
  const space = decodeName(entry('CS', 'ColorSpace') ?? '');
  return {
    ...paintedObject(frame),
    dict: frame.page.dict,
    stream: undefined,
    width: Number(entry('W', 'Width')) || 0,
    height: Number(entry('H', 'Height')) || 0,
    space: entry('IM', 'ImageMask') === 'true' ? undefined : frame.resources.space(space),
  };
}
