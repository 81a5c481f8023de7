import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfPage, Rectangle } from '../pages.ts';
import type { ColourSpace } from './colour.ts';
import type { PdfFont } from './font.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { MarkedSequence } from './marked-sequence.ts';
import type { Matrix } from './matrix.ts';

/** An object that a page paints: its position, its graphics state, and the marked content it is in. */
export interface PaintedObject {
  page: PdfPage;
  state: GraphicsState;
  /** The open marked-content sequences, the innermost last; empty if no watcher reads text. */
  marks: readonly MarkedSequence[];
  /** The point where it begins on the page, in points from the lower left. */
  at: readonly [x: number, y: number];
}

/** Text painted as one run: glyphs that follow one another in a line, to the right. */
export interface PaintedText extends PaintedObject {
  font: PdfFont | undefined;
  codes: readonly number[];
  /** The text matrix at its beginning (ISO 32000-1, 9.4.1). */
  text: Matrix;
  /**
   * The distance of each string from the one before it, without the first; undefined for a single string, or one with
   * shifts between its glyphs.
   */
  steps: readonly number[] | undefined;
  /** The shifts of glyphs to the left, by their index, in thousandths of the font size (the numbers of a TJ). */
  shifts: ReadonlyMap<number, number> | undefined;
}

export interface PaintedPath extends PaintedObject {
  /** The area that it covers on the page, without the width of its lines. */
  box: Rectangle;
  /** True if it is one upright rectangle, so that it covers all of its box. */
  isRectangle: boolean;
  fills: boolean;
  strokes: boolean;
}

export interface PaintedImage extends PaintedObject {
  dict: PDFDict;
  /** Undefined for an inline image. */
  stream: PDFRawStream | undefined;
  width: number;
  height: number;
  /** Undefined for a stencil, which is painted in the fill colour. */
  space: ColourSpace | undefined;
}

export interface PaintedShading extends PaintedObject {
  space: ColourSpace;
}

/** A transparency group: a form, or the page itself. */
export interface PaintedGroup extends PaintedObject {
  group: PDFDict;
  resources: PDFDict | undefined;
}

/** A visitor of painted objects, in the order of the file; `end` is called once, after all pages. */
export interface Watcher {
  page?: (page: PdfPage) => void;
  text?: (text: PaintedText) => void;
  path?: (path: PaintedPath) => void;
  image?: (image: PaintedImage) => void;
  shading?: (shading: PaintedShading) => void;
  group?: (group: PaintedGroup) => void;
  end?: () => void;
}
