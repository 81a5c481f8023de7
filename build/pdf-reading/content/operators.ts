import { maxNesting, maxSavedStates } from '../file/limits.ts';
import { Unreadable } from '../file/unreadable.ts';
import { type Colour, deviceCmyk, deviceGray, deviceRgb, initialColour, parseNumbers } from './colour.ts';
import { type ContentFrame, endPath, extendPath } from './content-frame.ts';
import type { Operation } from './content-stream.ts';
import { readMarkedSequence } from './marked-sequence.ts';
import { identity, type Matrix, times, translated } from './matrix.ts';

/*
 * The effects of content stream operators that paint nothing (ISO 32000-1, Annex A). Those that paint are in walk.ts.
 */

type Effect = (frame: ContentFrame, operands: readonly string[], operation: Operation) => void;

const nameOf = (operands: readonly string[]) => decodeName(operands.at(-1) ?? '');

/** Decodes a name as it is written: `/A#20B`. */
export function decodeName(written: string): string {
  if (!written.includes('#')) return written.slice(1);
  return written.slice(1).replace(/#([\da-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const setState =
  (change: (frame: ContentFrame, numbers: number[]) => Partial<ContentFrame['state']>): Effect =>
  (frame, operands) => {
    frame.state = { ...frame.state, ...change(frame, parseNumbers(operands)) };
  };

const device = (space: Colour['space'], key: 'fill' | 'stroke', name: string): Effect =>
  setState((frame, values) => {
    const given = frame.resources.space(name);
    return { [key]: { space: given.components === space.components ? given : space, values } };
  });

const inSpace =
  (key: 'fill' | 'stroke'): Effect =>
  (frame, operands) => {
    frame.state = { ...frame.state, [key]: initialColour(frame.resources.space(nameOf(operands))) };
  };

const withColour =
  (key: 'fill' | 'stroke'): Effect =>
  (frame, operands) => {
    const values = parseNumbers(operands);
    const pattern = operands.at(-1)?.startsWith('/') ? frame.resources.pattern(nameOf(operands)) : undefined;
    const { space } = frame.state[key];
    frame.state = { ...frame.state, [key]: { space, values, ...(pattern ? { pattern } : {}) } };
  };

const goTo: Effect = (frame, operands) => {
  frame.path.others++;
  for (let i = 0; i + 1 < operands.length; i += 2) extendPath(frame, Number(operands[i]), Number(operands[i + 1]));
};

const clip: Effect = (frame) => {
  frame.clips = true;
};

/** Moves to the beginning of another line. */
export function nextLine(frame: ContentFrame, x: number, y: number): void {
  frame.line = translated(frame.line, x, y);
  frame.text = frame.line;
}

function openMark(frame: ContentFrame, _: readonly string[], operation: Operation): void {
  if (frame.marks.length >= maxNesting)
    throw new Unreadable(`Marked content on page ${frame.page.number} is ${maxNesting} deep`);
  frame.marks = [...frame.marks, readMarkedSequence(operation, frame.resources.dict, frame.row)];
}

const matrixOf = (numbers: number[]): Matrix => (numbers.length === 6 ? (numbers as unknown as Matrix) : identity);

const ofGraphics: Readonly<Record<string, Effect>> = {
  q: (frame) => {
    if (frame.saved.length >= maxSavedStates)
      throw new Unreadable(`Page ${frame.page.number} saves its state ${maxSavedStates} deep`);
    frame.saved.push(frame.state);
  },
  Q: (frame) => {
    frame.state = frame.saved.pop() ?? frame.state;
  },
  cm: setState((frame, numbers) => ({ matrix: times(matrixOf(numbers), frame.state.matrix) })),
  w: setState((_, [width = 1]) => ({ lineWidth: width })),
  Tr: setState((_, [mode = 0]) => ({ textMode: mode })),
  gs: (frame, operands) => {
    frame.state = { ...frame.state, ...frame.resources.parameters(nameOf(operands)) };
  },

  g: device(deviceGray, 'fill', 'DeviceGray'),
  G: device(deviceGray, 'stroke', 'DeviceGray'),
  rg: device(deviceRgb, 'fill', 'DeviceRGB'),
  RG: device(deviceRgb, 'stroke', 'DeviceRGB'),
  k: device(deviceCmyk, 'fill', 'DeviceCMYK'),
  K: device(deviceCmyk, 'stroke', 'DeviceCMYK'),
  cs: inSpace('fill'),
  CS: inSpace('stroke'),
  sc: withColour('fill'),
  scn: withColour('fill'),
  SC: withColour('stroke'),
  SCN: withColour('stroke'),

  m: goTo,
  l: goTo,
  c: goTo,
  v: goTo,
  y: goTo,
  re: (frame, operands) => {
    const [x = 0, y = 0, width = 0, height = 0] = parseNumbers(operands);
    frame.path.rectangles++;
    extendPath(frame, x, y);
    extendPath(frame, x + width, y);
    extendPath(frame, x, y + height);
    extendPath(frame, x + width, y + height);
  },
  n: endPath,
  W: clip,
  'W*': clip,
};

const ofText: Readonly<Record<string, Effect>> = {
  BMC: openMark,
  BDC: openMark,
  EMC: (frame) => {
    frame.marks = frame.marks.slice(0, -1);
  },

  BT: (frame) => {
    frame.text = identity;
    frame.line = identity;
  },
  Tf: (frame, operands) => {
    const font = frame.resources.font(decodeName(operands[0] ?? ''));
    const fontSize = Number(operands[1]) || 0;
    if (font !== frame.state.font || fontSize !== frame.state.fontSize)
      frame.state = { ...frame.state, font, fontSize };
  },
  Tc: setState((_, [letterSpace = 0]) => ({ letterSpace })),
  Tw: setState((_, [wordSpace = 0]) => ({ wordSpace })),
  Tz: setState((_, [stretch = 100]) => ({ stretch: stretch / 100 })),
  Ts: setState((_, [rise = 0]) => ({ rise })),
  TL: (frame, operands) => {
    frame.leading = Number(operands[0]) || 0;
  },
  Td: (frame, operands) => nextLine(frame, Number(operands[0]) || 0, Number(operands[1]) || 0),
  TD: (frame, operands) => {
    frame.leading = -(Number(operands[1]) || 0);
    nextLine(frame, Number(operands[0]) || 0, Number(operands[1]) || 0);
  },
  Tm: (frame, operands) => {
    frame.line = matrixOf(parseNumbers(operands));
    frame.text = frame.line;
  },
  'T*': (frame) => nextLine(frame, 0, -frame.leading),
};

/**
 * The effects, by operator. Position, font and marked content of text are separate: they are most of a page, and only
 * passes that read text need them.
 */
export const graphicsEffects: ReadonlyMap<string, Effect> = new Map(Object.entries(ofGraphics));
export const effects: ReadonlyMap<string, Effect> = new Map([...graphicsEffects, ...Object.entries(ofText)]);
