/** `a` to `f` of a matrix (ISO 32000-1, 8.3.3). */
export interface Matrix {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

export const unchanged: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The matrix that is first `m`, then `n`. */
export function product(m: Matrix, n: Matrix): Matrix {
  return {
    a: m.a * n.a + m.b * n.c,
    b: m.a * n.b + m.b * n.d,
    c: m.c * n.a + m.d * n.c,
    d: m.c * n.b + m.d * n.d,
    e: m.e * n.a + m.f * n.c + n.e,
    f: m.e * n.b + m.f * n.d + n.f,
  };
}

/** The matrix whose six numbers are written so. */
export function matrixOf(operands: readonly string[]): Matrix {
  return {
    a: Number(operands[0]),
    b: Number(operands[1]),
    c: Number(operands[2]),
    d: Number(operands[3]),
    e: Number(operands[4]),
    f: Number(operands[5]),
  };
}

/** A matrix that is moved by so much in its own space. */
export function moved({ a, b, c, d, e, f }: Matrix, x: number, y: number): Matrix {
  return { a, b, c, d, e: a * x + c * y + e, f: b * x + d * y + f };
}
