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
  // No function is made in here: this is called for every glyph.
  return ({ operator, operands }) => {
    switch (operator) {
      case 'Td':
      case 'TD':
        line = moved(line, Number(operands[0]), Number(operands[1]));
        return undefined;
      case 'Tj':
      case 'TJ': {
        const matrix = product(line, now);
        // As high as most letters are, and as wide as a narrow one: the advance is known to the font alone.
        return union(pointOf(matrix, 0, -0.22 * size), pointOf(matrix, 0.25 * size, 0.75 * size));
      }
      case 'q':
        saved.push(now);
        return undefined;
      case 'Q':
        now = saved.pop() ?? now;
        return undefined;
      case 'cm':
        now = product(matrixOf(operands), now);
        return undefined;
      case 'BT':
        line = [1, 0, 0, 1, 0, 0];
        return undefined;
      case 'Tf':
        size = Number(operands[1]);
        return undefined;
      case 'Tm':
        line = matrixOf(operands);
        return undefined;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        for (let i = 0; i + 1 < operands.length; i += 2)
          path = union(path, pointOf(now, Number(operands[i]), Number(operands[i + 1])));
        return undefined;
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = operands.map(Number);
        path = union(union(path, pointOf(now, x, y)), pointOf(now, x + width, y + height));
        return undefined;
      }
      case 'Do':
      case 'BI':
        return union(pointOf(now, 0, 0), pointOf(now, 1, 1));
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

function pointOf([a, b, c, d, e, f]: Matrix, x: number, y: number): Extent {
  const [left, top] = [a * x + c * y + e, b * x + d * y + f];
  return [left, top, left, top];
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
