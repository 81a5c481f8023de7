import type { MarkStyle } from '../../pages/in-page/page-rules.ts';
import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import { shortNumber } from './separate-content.ts';

/** The colour space of the marks, by its name in a page’s resources: it prints on every plate. */
export const everyPlate = 'AllPlates';

/**
 * Draws the marks of a page: where to cut it, where to fold it (`folds`, in points from the left), and crosses for
 * aligning the plates. They are outside the bleed, on every plate.
 */
export function* drawMarks(trim: Rectangle, marks: MarkStyle, folds: readonly number[] = []): Generator<Operation> {
  if (!marks.crop && !marks.cross) return;
  yield of('q');
  yield of('CS', `/${everyPlate}`);
  yield of('SCN', 1);
  yield of('w', marks.weight);
  yield of('J', 0);
  yield of('d', '[]', 0);
  if (marks.crop) yield* cropMarks(trim, marks);
  // In the middle of each side, or of the part left of the first fold.
  if (marks.cross) yield* crosses(trim, marks, (folds[0] ?? trim[2] - trim[0]) / 2);
  if (marks.crop && folds.length > 0) yield* foldMarks(trim, folds, marks);
  yield of('Q');
}

function* cropMarks([left, bottom, right, top]: Rectangle, { offset, length }: MarkStyle): Generator<Operation> {
  for (const [x, outX] of [
    [left, -1],
    [right, 1],
  ] as const) {
    for (const [y, outY] of [
      [bottom, -1],
      [top, 1],
    ] as const) {
      yield* line(x + outX * offset, y, x + outX * (offset + length), y);
      yield* line(x, y + outY * offset, x, y + outY * (offset + length));
    }
  }
}

/** Draws fold marks: broken lines, so that no one cuts there. */
function* foldMarks(
  [left, bottom, , top]: Rectangle,
  folds: readonly number[],
  { offset, length }: MarkStyle,
): Generator<Operation> {
  yield of('d', '[2]', 0);
  for (const fold of folds) {
    yield* line(left + fold, bottom - offset, left + fold, bottom - offset - length);
    yield* line(left + fold, top + offset, left + fold, top + offset + length);
  }
  yield of('d', '[]', 0);
}

/** Draws a cross in a circle on each side; `along` is the distance from the left for those above and below. */
function* crosses(
  [left, bottom, right, top]: Rectangle,
  { offset, length }: MarkStyle,
  along: number,
): Generator<Operation> {
  const out = offset + length / 2;
  const arm = length / 2;
  const middle = [left + along, (bottom + top) / 2] as const;
  for (const [x, y] of [
    [left - out, middle[1]],
    [right + out, middle[1]],
    [middle[0], bottom - out],
    [middle[0], top + out],
  ] as const) {
    yield* line(x - arm, y, x + arm, y);
    yield* line(x, y - arm, x, y + arm);
    yield* circle(x, y, arm / 2);
  }
}

function* line(fromX: number, fromY: number, toX: number, toY: number): Generator<Operation> {
  yield of('m', fromX, fromY);
  yield of('l', toX, toY);
  yield of('S');
}

/** Draws a circle of four Bézier curves; the number is the length of their handles, as a share of the radius. */
function* circle(x: number, y: number, r: number): Generator<Operation> {
  const h = r * 0.5523;
  yield of('m', x + r, y);
  yield of('c', x + r, y + h, x + h, y + r, x, y + r);
  yield of('c', x - h, y + r, x - r, y + h, x - r, y);
  yield of('c', x - r, y - h, x - h, y - r, x, y - r);
  yield of('c', x + h, y - r, x + r, y - h, x + r, y);
  yield of('S');
}

function of(operator: string, ...operands: (string | number)[]): Operation {
  return { operator, operands: operands.map((one) => (typeof one === 'number' ? shortNumber(one) : one)) };
}
