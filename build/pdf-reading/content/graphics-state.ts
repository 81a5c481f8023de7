import type { PDFDict } from '@cantoo/pdf-lib';
import { asName, itemsAt, nameAt, numberAt, trueAt, valueAt } from '../file/objects.ts';
import type { Rectangle } from '../pages.ts';
import { type Colour, deviceGray, initialColour } from './colour.ts';
import type { PdfFont } from './font.ts';
import { identity, type Matrix } from './matrix.ts';

/** The graphics state (ISO 32000-1, 8.4.1). It is replaced, never changed: the same state is the same object. */
export interface GraphicsState {
  /** Transforms the content’s space to the page’s, in points. */
  matrix: Matrix;
  fill: Colour;
  stroke: Colour;
  lineWidth: number;
  font: PdfFont | undefined;
  fontSize: number;
  /** The space behind every glyph, and behind a space; the width of glyphs, 1 as they are; the rise (9.3). */
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  rise: number;
  /** The text rendering mode: 0 filled, 1 stroked, 2 both, 3 neither … */
  textMode: number;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  /** The blend mode of the group that this is part of; Normal outside of groups. */
  groupBlend: string;
  softMask: boolean;
  /** The opacity of all groups that this is part of, multiplied. */
  groupAlpha: number;
  /** The rectangle around the intersection of all clips; undefined if there is none. */
  clip?: Rectangle;
  overprintFill: boolean;
  overprintStroke: boolean;
  /** With 1, an ink of amount 0 in DeviceCMYK leaves what is below as it is (8.6.7). */
  overprintMode: number;
}

/**
 * Returns the part of a rectangle inside a clip. If it is empty, its right is less than its left, or its top less than
 * its bottom.
 */
export function intersectionOf(clip: Rectangle | undefined, box: Rectangle): Rectangle {
  if (!clip) return box;
  return [Math.max(clip[0], box[0]), Math.max(clip[1], box[1]), Math.min(clip[2], box[2]), Math.min(clip[3], box[3])];
}

const black = initialColour(deviceGray);

export const initialGraphicsState: GraphicsState = {
  matrix: identity,
  fill: black,
  stroke: black,
  lineWidth: 1,
  font: undefined,
  fontSize: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  rise: 0,
  textMode: 0,
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: 'Normal',
  groupBlend: 'Normal',
  softMask: false,
  groupAlpha: 1,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
};

/** Reads the changes that a dictionary of graphics state parameters makes to the state (8.4.5). */
export function readStateParameters(parameters: PDFDict): Partial<GraphicsState> {
  const changes: Partial<GraphicsState> = {};
  const set = <K extends keyof GraphicsState>(key: K, value: GraphicsState[K] | undefined) => {
    if (value !== undefined) changes[key] = value;
  };
  const flag = (key: string) => (valueAt(parameters, key) ? trueAt(parameters, key) : undefined);
  set('lineWidth', numberAt(parameters, 'LW'));
  set('fillAlpha', numberAt(parameters, 'ca'));
  set('strokeAlpha', numberAt(parameters, 'CA'));
  set('blend', asName(itemsAt(parameters, 'BM')[0]));
  set('softMask', valueAt(parameters, 'SMask') ? nameAt(parameters, 'SMask') !== 'None' : undefined);
  set('overprintMode', numberAt(parameters, 'OPM'));
  set('overprintStroke', flag('OP'));
  // OP applies to fills too if op is missing.
  set('overprintFill', flag('op') ?? flag('OP'));
  return changes;
}

/** Returns the colours that text is painted in: its fill, its outline, both, or none (9.3.6). */
export function textColours({ textMode, fill, stroke }: GraphicsState): Colour[] {
  const mode = textMode % 4;
  if (mode === 3) return [];
  return mode === 0 ? [fill] : mode === 1 ? [stroke] : [fill, stroke];
}

/** True if what is painted lets what is below it show through. */
export function isTransparent(state: GraphicsState): boolean {
  return state.fillAlpha < 1 || state.strokeAlpha < 1 || state.softMask || !/^(Normal|Compatible)$/.test(state.blend);
}
