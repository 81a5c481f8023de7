import { PDFDict, PDFName, type PDFObject, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Operation, operationsOf } from '../content-stream.ts';
import { dataOf } from '../streams.ts';

/** A transformation: x′ = a·x + c·y + e, y′ = b·x + d·y + f (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A picture as it stands on a page. */
export interface Placement {
  /** From 0. */
  page: number;
  image: PDFRef;
  /** Of the picture. */
  pixels: { width: number; height: number };
  /** Pixels to the inch in the direction that has fewer. */
  ppi: number;
}

/** A line as it is drawn on a page. */
export interface Hairline {
  page: number;
  /** PDF points. */
  width: number;
}

/** What was seen on a page. */
export interface Look {
  placements: Placement[];
  hairline: Hairline | undefined;
}

/** What a page shows that a press may not be able to: how its pictures are scaled, through every matrix, and the thinnest line, if it is thinner than `least` points. `operations` are those of the page. */
export function lookAtPage(page: PDFPage, index: number, operations: Iterable<Operation>, least: number): Look {
  const { context } = page.doc;
  const placements: Placement[] = [];
  let thinnest = Number.POSITIVE_INFINITY;
  const walk = (content: Iterable<Operation>, resources: PDFDict | undefined, start: Matrix, depth: number): void => {
    let state = { matrix: start, width: 1 };
    const saved: (typeof state)[] = [];
    const box = newBox();
    const seeLine = (width: number) => {
      if (width < least) thinnest = Math.min(thinnest, width);
    };
    for (const { operator, operands } of content) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map(Number);
      switch (operator) {
        case 'q':
          saved.push(state);
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state = { ...state, matrix: multiply([a, b, c, d, e, f], state.matrix) };
          break;
        case 'w':
          state = { ...state, width: a };
          break;
        case 'gs': {
          // Chrome sets the width of lines here.
          const width = context
            .lookupMaybe(refOf(resources, 'ExtGState', operands[0]), PDFDict)
            ?.lookup(PDFName.of('LW'));
          if (width !== undefined) state = { ...state, width: Number(String(width)) };
          break;
        }
        case 're':
          box.add(state.matrix, a, b);
          box.add(state.matrix, a + c, b + d);
          break;
        case 'm':
        case 'l':
          box.add(state.matrix, a, b);
          break;
        case 'c':
          box.add(state.matrix, e, f);
          break;
        case 'S':
        case 's':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          seeLine(state.width * scaleOf(state.matrix));
          box.clear();
          break;
        case 'f':
        case 'F':
        case 'f*': {
          // An area that is as thin as a line, and long, is one.
          const [thin, long] = box.sides();
          if (thin > 0 && long > 4) seeLine(thin);
          box.clear();
          break;
        }
        case 'n':
          box.clear();
          break;
        case 'Do': {
          const ref = refOf(resources, 'XObject', operands[0]);
          const stream = context.lookup(ref);
          if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) break;
          const { dict } = stream;
          if (dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
            const pixels = { width: numberAt(dict, 'Width'), height: numberAt(dict, 'Height') };
            const [across, up] = [
              Math.hypot(state.matrix[0], state.matrix[1]),
              Math.hypot(state.matrix[2], state.matrix[3]),
            ];
            const ppi = Math.min((pixels.width / across) * 72, (pixels.height / up) * 72);
            placements.push({ page: index, image: ref, pixels, ppi });
          } else if (depth < deepest) {
            const own = dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources;
            walk(operationsOf(dataOf(stream)), own, multiply(matrixOf(dict), state.matrix), depth + 1);
          }
        }
      }
    }
  };
  walk(operations, page.node.Resources(), [1, 0, 0, 1, 0, 0], 0);
  return { placements, hairline: thinnest < least ? { page: index, width: thinnest } : undefined };
}

/** Forms in forms; Chrome nests them a few deep, and a broken file for ever. */
const deepest = 20;

/** First one, then the other. */
function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

function matrixOf(dict: PDFDict): Matrix {
  const numbers =
    String(dict.lookup(PDFName.of('Matrix')) ?? '')
      .match(/-?[\d.]+/g)
      ?.map(Number) ?? [];
  return numbers.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0];
}

function numberAt(dict: PDFDict, key: string): number {
  return Number(String(dict.lookup(PDFName.of(key)) ?? 0));
}

/** The reference that a name such as `/X5` stands for in the resources of a page or form. */
function refOf(resources: PDFDict | undefined, kind: string, name = ''): PDFObject | undefined {
  return resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.get(PDFName.of(name.slice(1)));
}

/** The bounds of a path. */
function newBox() {
  let [left, bottom, right, top] = [0, 0, 0, 0];
  let empty = true;
  return {
    add([a, b, c, d, e, f]: Matrix, x: number, y: number) {
      const [X, Y] = [a * x + c * y + e, b * x + d * y + f];
      [left, right] = empty ? [X, X] : [Math.min(left, X), Math.max(right, X)];
      [bottom, top] = empty ? [Y, Y] : [Math.min(bottom, Y), Math.max(top, Y)];
      empty = false;
    },
    sides(): [number, number] {
      const sides = [right - left, top - bottom].sort((one, other) => one - other);
      return empty ? [0, 0] : [sides[0] ?? 0, sides[1] ?? 0];
    },
    clear() {
      empty = true;
    },
  };
}
