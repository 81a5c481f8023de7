import { deepest, mostSaved } from '../file/limits.ts';
import { Unreadable } from '../file/unreadable.ts';
import { type Colour, deviceCmyk, deviceGray, deviceRgb, firstColour, numbersOf } from './colour.ts';
import type { Operation } from './content-stream.ts';
import { readMark } from './marks.ts';
import { identity, type Matrix, moved, times } from './matrix.ts';
import { endPath, extend, type Run } from './run.ts';

/*
 * What the operators of a content stream do that paint nothing (ISO 32000-1, Annex A). Those that paint are in walk.ts.
 */

type Effect = (run: Run, operands: readonly string[], operation: Operation) => void;

const nameOf = (operands: readonly string[]) => decodeName(operands.at(-1) ?? '');

/** A name as it is written: `/A#20B`. */
export function decodeName(written: string): string {
  if (!written.includes('#')) return written.slice(1);
  return written.slice(1).replace(/#([\da-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const setState =
  (change: (run: Run, numbers: number[]) => Partial<Run['state']>): Effect =>
  (run, operands) => {
    run.state = { ...run.state, ...change(run, numbersOf(operands)) };
  };

const device = (space: Colour['space'], key: 'fill' | 'stroke', name: string): Effect =>
  setState((run, values) => {
    const given = run.resources.space(name);
    return { [key]: { space: given.components === space.components ? given : space, values } };
  });

const inSpace =
  (key: 'fill' | 'stroke'): Effect =>
  (run, operands) => {
    run.state = { ...run.state, [key]: firstColour(run.resources.space(nameOf(operands))) };
  };

const withColour =
  (key: 'fill' | 'stroke'): Effect =>
  (run, operands) => {
    const values = numbersOf(operands);
    const pattern = operands.at(-1)?.startsWith('/') ? run.resources.pattern(nameOf(operands)) : undefined;
    const { space } = run.state[key];
    run.state = { ...run.state, [key]: { space, values, ...(pattern ? { pattern } : {}) } };
  };

const goTo: Effect = (run, operands) => {
  run.path.others++;
  for (let i = 0; i + 1 < operands.length; i += 2) extend(run, Number(operands[i]), Number(operands[i + 1]));
};

const clip: Effect = (run) => {
  run.clips = true;
};

/** Moves to the beginning of another line. */
export function nextLine(run: Run, x: number, y: number): void {
  run.line = moved(run.line, x, y);
  run.text = run.line;
}

function openMark(run: Run, _: readonly string[], operation: Operation): void {
  if (run.marks.length >= deepest) throw new Unreadable(`Marked content on page ${run.page.number} is ${deepest} deep`);
  run.marks = [...run.marks, readMark(operation, run.resources.dict, run.row)];
}

const matrixOf = (numbers: number[]): Matrix => (numbers.length === 6 ? (numbers as unknown as Matrix) : identity);

const ofGraphics: Readonly<Record<string, Effect>> = {
  q: (run) => {
    if (run.saved.length >= mostSaved)
      throw new Unreadable(`Page ${run.page.number} saves its state ${mostSaved} deep`);
    run.saved.push(run.state);
  },
  Q: (run) => {
    run.state = run.saved.pop() ?? run.state;
  },
  cm: setState((run, numbers) => ({ matrix: times(matrixOf(numbers), run.state.matrix) })),
  w: setState((_, [width = 1]) => ({ lineWidth: width })),
  Tr: setState((_, [mode = 0]) => ({ textMode: mode })),
  gs: (run, operands) => {
    run.state = { ...run.state, ...run.resources.parameters(nameOf(operands)) };
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
  re: (run, operands) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(operands);
    run.path.rectangles++;
    extend(run, x, y);
    extend(run, x + width, y);
    extend(run, x, y + height);
    extend(run, x + width, y + height);
  },
  n: endPath,
  W: clip,
  'W*': clip,
};

const ofText: Readonly<Record<string, Effect>> = {
  BMC: openMark,
  BDC: openMark,
  EMC: (run) => {
    run.marks = run.marks.slice(0, -1);
  },

  BT: (run) => {
    run.text = identity;
    run.line = identity;
  },
  Tf: (run, operands) => {
    const font = run.resources.font(decodeName(operands[0] ?? ''));
    const fontSize = Number(operands[1]) || 0;
    if (font !== run.state.font || fontSize !== run.state.fontSize) run.state = { ...run.state, font, fontSize };
  },
  TL: (run, operands) => {
    run.leading = Number(operands[0]) || 0;
  },
  Td: (run, operands) => nextLine(run, Number(operands[0]) || 0, Number(operands[1]) || 0),
  TD: (run, operands) => {
    run.leading = -(Number(operands[1]) || 0);
    nextLine(run, Number(operands[0]) || 0, Number(operands[1]) || 0);
  },
  Tm: (run, operands) => {
    run.line = matrixOf(numbersOf(operands));
    run.text = run.line;
  },
  'T*': (run) => nextLine(run, 0, -run.leading),
};

/** By operator. Those that only who reads text asks for stand apart, for they are most of a page: where it stands, in which font and in which marked content. */
export const graphicsEffects: ReadonlyMap<string, Effect> = new Map(Object.entries(ofGraphics));
export const effects: ReadonlyMap<string, Effect> = new Map([...graphicsEffects, ...Object.entries(ofText)]);
