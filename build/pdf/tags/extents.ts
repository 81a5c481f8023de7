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
  return ({ operator, operands }) => {
    const at = (i: number) => Number(operands[i] ?? 0);
    const all = (): Matrix => [at(0), at(1), at(2), at(3), at(4), at(5)];
    const draw = (x: number, y: number) => {
      path = union(path, pointOf(now, x, y));
    };
    switch (operator) {
      case 'q':
        saved.push(now);
        return undefined;
      case 'Q':
        now = saved.pop() ?? now;
        return undefined;
      case 'cm':
        now = product(all(), now);
        return undefined;
      case 'BT':
        line = [1, 0, 0, 1, 0, 0];
        return undefined;
      case 'Tf':
        size = at(1);
        return undefined;
      case 'Tm':
        line = all();
        return undefined;
      case 'Td':
      case 'TD':
        line = product([1, 0, 0, 1, at(0), at(1)], line);
        return undefined;
      case 'Tj':
      case 'TJ': {
        const matrix = product(line, now);
        // As high as most letters are, and as wide as a narrow one: the advance is known to the font alone.
        return union(pointOf(matrix, 0, -0.22 * size), pointOf(matrix, 0.25 * size, 0.75 * size));
      }
      case 'm':
      case 'l':
        draw(at(0), at(1));
        return undefined;
      case 'c':
        draw(at(0), at(1));
        draw(at(2), at(3));
        draw(at(4), at(5));
        return undefined;
      case 'v':
      case 'y':
        draw(at(0), at(1));
        draw(at(2), at(3));
        return undefined;
      case 're':
        draw(at(0), at(1));
        draw(at(0) + at(2), at(1) + at(3));
        return undefined;
      case 'Do':
      case 'BI':
        return union(pointOf(now, 0, 0), pointOf(now, 1, 1));
    }
    if (!/^([fFsSBb]\*?|n)$/.test(operator)) return undefined;
    const drawn = path;
    path = undefined;
    return operator === 'n' ? undefined : drawn;
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
