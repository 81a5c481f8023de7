import type { PDFDict } from '@cantoo/pdf-lib';
import { asName, itemsAt, nameAt, numberAt, trueAt, valueAt } from '../file/objects.ts';
import type { Box } from '../pages.ts';
import { type Colour, deviceGray, firstColour } from './colour.ts';
import type { Font } from './font.ts';
import { identity, type Matrix } from './matrix.ts';

/** What decides how the next thing looks (ISO 32000-1, 8.4.1). Never changed, but replaced: the same state is the same object. */
export interface State {
  /** From the space of the content to the page’s, in points. */
  matrix: Matrix;
  fill: Colour;
  stroke: Colour;
  lineWidth: number;
  font: Font | undefined;
  fontSize: number;
  /** How text is painted: 0 filled, 1 stroked, 2 both, 3 not at all … */
  textMode: number;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  /** The blend mode in which the group is laid on the page that this is part of; Normal outside of one. */
  groupBlend: string;
  softMask: boolean;
  /** How opaque the groups are that this is part of. */
  groupAlpha: number;
  /** What all clips together leave to be seen, as the rectangle around it; undefined where nothing was clipped. */
  clip?: Box;
  overprintFill: boolean;
  overprintStroke: boolean;
  /** 1: an ink of none at all, in DeviceCMYK, leaves what is below as it is (8.6.7). */
  overprintMode: number;
}

/** The part of a rectangle that lies in another; one that is empty has its right before its left, or its top below its bottom. */
export function within(clip: Box | undefined, box: Box): Box {
  if (!clip) return box;
  return [Math.max(clip[0], box[0]), Math.max(clip[1], box[1]), Math.min(clip[2], box[2]), Math.min(clip[3], box[3])];
}

const black = firstColour(deviceGray);

export const firstState: State = {
  matrix: identity,
  fill: black,
  stroke: black,
  lineWidth: 1,
  font: undefined,
  fontSize: 0,
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

/** What a dictionary of graphics state parameters changes in the state (8.4.5). */
export function readParameters(parameters: PDFDict): Partial<State> {
  const changes: Partial<State> = {};
  const set = <K extends keyof State>(key: K, value: State[K] | undefined) => {
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
  // OP is meant for both where op is not there.
  set('overprintFill', flag('op') ?? flag('OP'));
  return changes;
}

/** The colours that text is painted in: its fill, its outline, both, or none (9.3.6). */
export function textColours({ textMode, fill, stroke }: State): Colour[] {
  const mode = textMode % 4;
  if (mode === 3) return [];
  return mode === 0 ? [fill] : mode === 1 ? [stroke] : [fill, stroke];
}

/** Whether something painted lets what is below it show through. */
export function isTransparent(state: State): boolean {
  return state.fillAlpha < 1 || state.strokeAlpha < 1 || state.softMask || !/^(Normal|Compatible)$/.test(state.blend);
}
