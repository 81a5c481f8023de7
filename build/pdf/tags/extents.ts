import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import { identity, type Matrix, scaleOf, times, transformPoint, translated } from '../../pdf-reading/content/matrix.ts';
import { fillingOperators, strokingOperators } from '../../pdf-reading/content/path-operators.ts';

/** A rectangle of default user space, in points: left, bottom, right, top. */
export type Extent = [x0: number, y0: number, x1: number, y1: number];

/** Follows a content stream, operation by operation, and computes where each of them paints. */
export interface Tracer {
  trace: (operation: Operation, whole: boolean) => Extent | undefined;
  /** The matrix at this point of the stream. */
  matrix: () => Matrix;
  /** The line of the text object that is open, or was open last. */
  base: () => BaseLine;
}

/**
 * The line of a text object, in default user space, as the browser sets it at the object’s beginning (`Tm`). `height`
 * is the font size, `scale` the length of one unit of the text’s steps.
 */
export interface BaseLine {
  y: number;
  height: number;
  scale: number;
}

/** Begins to follow a content stream. `start` is the matrix of the stream as a whole. */
export function tracer(start: Matrix = identity): Tracer {
  let now = start;
  const saved: Matrix[] = [];
  let line = identity;
  let begun = identity;
  let size = 0;
  let path: Extent | undefined;
  const trace: Tracer['trace'] = (operation, whole) => {
    const { operator } = operation;
    switch (operator) {
      case 'Tj':
      case 'TJ': {
        const first = textAt(line, now, size);
        if (!whole || !operation.advance) return first;
        line = translated(line, operation.advance, 0);
        return union(first, textAt(line, now, size));
      }
      case 'Td':
      case 'TD': {
        const { operands } = operation;
        line = translated(line, Number(operands[0]), Number(operands[1]));
        return undefined;
      }
      case 'Tm':
        line = matrixOf(operation.operands);
        begun = line;
        return undefined;
      case 'Tf':
        size = Number(operation.operands[1]);
        return undefined;
      case 'BT':
        line = identity;
        begun = identity;
        return undefined;
      case 'q':
        saved.push(now);
        return undefined;
      case 'Q':
        now = saved.pop() ?? now;
        return undefined;
      case 'cm':
        now = times(matrixOf(operation.operands), now);
        return undefined;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y': {
        const { operands } = operation;
        for (let i = 0; i + 1 < operands.length; i += 2)
          path = reach(path, now, Number(operands[i]), Number(operands[i + 1]));
        return undefined;
      }
      case 're': {
        const { operands } = operation;
        const x = Number(operands[0]);
        const y = Number(operands[1]);
        path = reach(reach(path, now, x, y), now, x + Number(operands[2]), y + Number(operands[3]));
        return undefined;
      }
      case 'Do':
      case 'BI':
        return reach(reach(undefined, now, 0, 0), now, 1, 1);
      case 'n':
        path = undefined;
        return undefined;
    }
    if (!path || !(fillingOperators.has(operator) || strokingOperators.has(operator))) return undefined;
    const drawn = path;
    path = undefined;
    return drawn;
  };
  const base = (): BaseLine => {
    const matrix = times(begun, now);
    const scale = scaleOf(matrix);
    return { y: matrix[5], height: size * scale.y, scale: scale.x };
  };
  return { trace, matrix: () => now, base };
}

/** Reads a matrix from its six operands. */
export function matrixOf(operands: readonly string[]): Matrix {
  return [0, 1, 2, 3, 4, 5].map((i) => Number(operands[i])) as unknown as Matrix;
}

/**
 * The approximate rectangle of a glyph: as high as most letters are, and as wide as a narrow one, because only the font
 * knows the advance.
 */
function textAt(line: Matrix, now: Matrix, size: number): Extent {
  const matrix = times(line, now);
  return reach(reach(undefined, matrix, 0, -0.22 * size), matrix, 0.25 * size, 0.75 * size);
}

/** The smallest rectangle around both. */
export function union(one: Extent | undefined, other: Extent | undefined): Extent | undefined {
  if (!one || !other) return one ?? other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** Widens a rectangle, in place, to include a point of a matrix’s space. */
function reach(extent: Extent | undefined, matrix: Matrix, x: number, y: number): Extent {
  const [px, py] = transformPoint(matrix, x, y);
  if (!extent) return [px, py, px, py];
  if (px < extent[0]) extent[0] = px;
  if (py < extent[1]) extent[1] = py;
  if (px > extent[2]) extent[2] = px;
  if (py > extent[3]) extent[3] = py;
  return extent;
}
