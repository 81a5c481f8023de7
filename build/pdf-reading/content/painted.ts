import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { Box, Page } from '../pages.ts';
import type { ColourSpace } from './colour.ts';
import type { Font } from './font.ts';
import type { OpenMark } from './marks.ts';
import type { Matrix } from './matrix.ts';
import type { GraphicsState } from './state.ts';

/** Something that a page paints: where, how, and in which marked content. */
export interface Painted {
  page: Page;
  state: GraphicsState;
  /** The open marks, the innermost last; none if no watcher reads text. */
  marks: readonly OpenMark[];
  /** The place on the page at which it begins, in points from the lower left. */
  at: readonly [x: number, y: number];
}

/** Text that is painted as one: glyphs that follow one another in a line, to the right. */
export interface PaintedText extends Painted {
  font: Font | undefined;
  codes: readonly number[];
  /** The matrix of the text’s own space, from where it begins (ISO 32000-1, 9.4.1). */
  text: Matrix;
  /**
   * The distance of each string, except the first, from the beginning of the one before; undefined if it was painted as
   * one string, or with shifts between its glyphs.
   */
  steps: readonly number[] | undefined;
}

export interface PaintedPath extends Painted {
  /** The area that it covers on the page, without the width of its lines. */
  box: Box;
  /** True if it is one upright rectangle, so that it covers all of its box. */
  isRectangle: boolean;
  fills: boolean;
  strokes: boolean;
}

export interface PaintedImage extends Painted {
  dict: PDFDict;
  /** Undefined for an inline image, whose dictionary is short. */
  stream: PDFRawStream | undefined;
  width: number;
  height: number;
  /** Undefined for a stencil, which is painted in the fill colour. */
  space: ColourSpace | undefined;
}

export interface PaintedShading extends Painted {
  space: ColourSpace;
}

/** A transparency group that is painted, or the page’s own. */
export interface PaintedGroup extends Painted {
  group: PDFDict;
  resources: PDFDict | undefined;
}

/** An observer of painted things, in the order of the file; `end` is called once, after all pages. */
export interface Watcher {
  page?: (page: Page) => void;
  text?: (text: PaintedText) => void;
  path?: (path: PaintedPath) => void;
  image?: (image: PaintedImage) => void;
  shading?: (shading: PaintedShading) => void;
  group?: (group: PaintedGroup) => void;
  end?: () => void;
}
