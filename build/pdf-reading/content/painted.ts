import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { Box, Page } from '../pages.ts';
import type { ColourSpace } from './colour.ts';
import type { Font } from './font.ts';
import type { Mark } from './marks.ts';
import type { Matrix } from './matrix.ts';
import type { State } from './state.ts';

/** Something that a page paints: where, how, and in which marked content. */
export interface Painted {
  page: Page;
  state: State;
  /** The open marks, the innermost last; none where nobody reads text. */
  marks: readonly Mark[];
  /** Where it begins on the page, in points from its lower left. */
  at: readonly [x: number, y: number];
}

/** Text that is painted in one go: glyphs that follow one another in a line, to the right. */
export interface PaintedText extends Painted {
  font: Font | undefined;
  codes: readonly number[];
  /** The matrix of the text’s own space, from where it begins (ISO 32000-1, 9.4.1). */
  text: Matrix;
  /** How far right of the string before it each string begins, but the first; undefined where it was painted as one string, or with shifts between its glyphs. */
  steps: readonly number[] | undefined;
}

export interface PaintedPath extends Painted {
  /** What it covers on the page, without the width of its lines. */
  box: Box;
  /** Whether it is one rectangle that stands upright, so that its box is what it covers. */
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

/** A group of transparency that is painted, or that the page is. */
export interface PaintedGroup extends Painted {
  group: PDFDict;
  resources: PDFDict | undefined;
}

/** What looks at things painted, in the order of the file; `end` is called once, after all pages. */
export interface Watcher {
  page?: (page: Page) => void;
  text?: (text: PaintedText) => void;
  path?: (path: PaintedPath) => void;
  image?: (image: PaintedImage) => void;
  shading?: (shading: PaintedShading) => void;
  group?: (group: PaintedGroup) => void;
  end?: () => void;
}
