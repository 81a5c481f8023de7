import { costs } from './costs.ts';
import type { Float, Frame, Placed } from './flow.ts';

/** Some floats in their places on one page. */
export interface Arrangement {
  placed: Placed[];
  /** What they take of the whole page, and of each column; px. */
  page: number;
  columns: number[];
  cost: number;
}

/** More than these on one page are not tried: the number of ways to arrange them grows too fast, and such a page is no page of text. */
const mostOnPage = 5;
/** So many ways are tried on one page: as many as there are for five floats in two columns. */
const mostWays = 56;

/**
 * Every way to place the floats from `from` up to `to` on one page: in their order, from the head of the first column to the foot of the last; what goes over
 * all columns at the head or the foot of the page.
 */
export function arrangements(floats: readonly Float[], from: number, to: number, frame: Frame): Arrangement[] {
  if (to - from > mostOnPage) return [];
  let found: { placed: Placed[]; spot: number }[] = [{ placed: [], spot: 0 }];
  for (let index = from; index < to; index++) {
    const float = floats[index];
    if (!float) continue;
    found = found.flatMap(({ placed, spot }) =>
      float.spans
        ? float.places.map((at) => ({ placed: [...placed, { float: index, column: -1, at }], spot }))
        : spotsAfter(spot, float, frame).map((next) => ({
            placed: [...placed, { float: index, column: next >> 1, at: next % 2 === 0 ? 'head' : 'foot' } as Placed],
            spot: next,
          })),
    );
  }
  const all = found.map(({ placed }) => arranged(placed, floats, frame)).filter((one) => fits(one, frame));
  // Of very many, some from everywhere: all there are, where there are two columns.
  const every = Math.ceil(all.length / mostWays);
  return all.filter((_, i) => i % every === 0);
}

/** Spots are counted: head of the first column, its foot, head of the second … */
function spotsAfter(spot: number, { places }: Float, { columns }: Frame): number[] {
  const spots: number[] = [];
  for (let next = spot; next < columns * 2; next++)
    if (places.includes(next % 2 === 0 ? 'head' : 'foot')) spots.push(next);
  return spots;
}

function arranged(placed: Placed[], floats: readonly Float[], frame: Frame): Arrangement {
  const columns = new Array<number>(frame.columns).fill(0);
  let page = 0;
  let cost = 0;
  for (const { float, column, at } of placed) {
    const height = floats[float]?.height ?? 0;
    if (column < 0) page += height;
    else columns[column] = (columns[column] ?? 0) + height;
    if (at === 'foot') cost += costs.floatAtFoot;
  }
  return { placed, page, columns, cost };
}

function fits({ page, columns }: Arrangement, frame: Frame): boolean {
  return page + Math.max(...columns) <= frame.height + 0.1;
}
