/** A transformation of the plane: x′ = a·x + c·y + e, y′ = b·x + d·y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Combines two transformations: first `first`, then `then`. */
export function times(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Returns the matrix, translated in its own space. */
export function translated(matrix: Matrix, x: number, y: number): Matrix {
  const [a, b, c, d] = matrix;
  return [a, b, c, d, ...transformPoint(matrix, x, y)];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Returns the rectangle around a transformed one; the corners of that may be any two opposite ones. */
export function transformBox(
  [a, b, c, d, e, f]: Matrix,
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[],
): [number, number, number, number] {
  return [
    e + Math.min(a * x1, a * x2) + Math.min(c * y1, c * y2),
    f + Math.min(b * x1, b * x2) + Math.min(d * y1, d * y2),
    e + Math.max(a * x1, a * x2) + Math.max(c * y1, c * y2),
    f + Math.max(b * x1, b * x2) + Math.max(d * y1, d * y2),
  ];
}

/** Returns how much a matrix stretches the unit along the x axis and along the y axis. */
export function scaleOf([a, b, c, d]: Matrix): { x: number; y: number } {
  return { x: Math.hypot(a, b), y: Math.hypot(c, d) };
}

/** Returns the least stretch of a matrix over all directions: the smaller singular value. */
export function minScaleOf([a, b, c, d]: Matrix): number {
  const sum = a * a + b * b + c * c + d * d;
  const determinant = a * d - b * c;
  const root = Math.sqrt(Math.max(0, sum * sum - 4 * determinant * determinant));
  return Math.sqrt(Math.max(0, (sum - root) / 2));
}
