import type { Operation } from '../content-stream.ts';

/** A rectangle of default user space, in points: left, bottom, right, top. */
export type Extent = [x0: number, y0: number, x1: number, y1: number];

type Matrix = readonly [number, number, number, number, number, number];

/** Follows a content stream. Given its operations one after the other, says where what is painted stands; of text, about where. */
export type Tracer = (operation: Operation) => Extent | undefined;

export function tracer(): Tracer {
  let now: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: Matrix[] = [];
  let line: Matrix = now;
  let size = 0;
  let path: Extent | undefined;
  // This is called for every glyph: no function is made in here, no list that need not be, and operands are asked for where they count.
  return (operation) => {
    const { operator } = operation;
    switch (operator) {
      case 'Td':
      case 'TD': {
        const { operands } = operation;
        line = moved(line, Number(operands[0]), Number(operands[1]));
        return undefined;
      }
      case 'Tj':
      case 'TJ': {
        const [a, b, c, d, e, f] = line;
        // As high as most letters are, and as wide as a narrow one: the advance is known to the font alone.
        const [low, right, high] = [-0.22 * size, 0.25 * size, 0.75 * size];
        return between(now, c * low + e, d * low + f, a * right + c * high + e, b * right + d * high + f);
      }
      case 'q':
        saved.push(now);
        return undefined;
      case 'Q':
        now = saved.pop() ?? now;
        return undefined;
      case 'cm':
        now = product(matrixOf(operation.operands), now);
        return undefined;
      case 'BT':
        line = [1, 0, 0, 1, 0, 0];
        return undefined;
      case 'Tf':
        size = Number(operation.operands[1]);
        return undefined;
      case 'Tm':
        line = matrixOf(operation.operands);
        return undefined;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y': {
        const { operands } = operation;
        for (let i = 0; i + 1 < operands.length; i += 2) {
          const [x, y] = [Number(operands[i]), Number(operands[i + 1])];
          path = union(path, between(now, x, y, x, y));
        }
        return undefined;
      }
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = operation.operands.map(Number);
        path = union(path, between(now, x, y, x + width, y + height));
        return undefined;
      }
      case 'Do':
      case 'BI':
        return between(now, 0, 0, 1, 1);
      case 'n':
        path = undefined;
        return undefined;
    }
    if (!/^[fFsSBb]\*?$/.test(operator)) return undefined;
    const drawn = path;
    path = undefined;
    return drawn;
  };
}

/** The smallest rectangle around both. */
export function union(a: Extent | undefined, b: Extent | undefined): Extent | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Widens a rectangle, in place, so that it is around another too. */
export function widen(extent: Extent, [left, bottom, right, top]: Extent): void {
  if (left < extent[0]) extent[0] = left;
  if (bottom < extent[1]) extent[1] = bottom;
  if (right > extent[2]) extent[2] = right;
  if (top > extent[3]) extent[3] = top;
}

/** The rectangle whose opposite corners are two points of a matrix’s space. */
function between([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): Extent {
  const [left, bottom] = [a * x0 + c * y0 + e, b * x0 + d * y0 + f];
  const [right, top] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f];
  return [Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)];
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function matrixOf(operands: readonly string[]): Matrix {
  return [0, 1, 2, 3, 4, 5].map((i) => Number(operands[i] ?? 0)) as unknown as Matrix;
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}
