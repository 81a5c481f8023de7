import { costs } from './costs.ts';
import type { Float, Frame, PlacedFloat } from './flow.ts';

/** Floats in their places on one page. */
export interface FloatArrangement {
  placed: PlacedFloat[];
  /** The height that they take of the whole page, and of each column; px. */
  page: number;
  columns: number[];
  cost: number;
}

/**
 * More floats on one page are not tried: the number of arrangements grows too fast, and such a page hardly has text.
 */
const maxFloatsOnPage = 5;
/** At most this number of arrangements is tried on one page: as many as five floats have in two columns. */
const maxArrangements = 56;

/**
 * Every arrangement of the floats from `from` up to `to` on one page. They keep their order, from the head of the first
 * column to the foot of the last; floats that span all columns stand at the head or foot of the page.
 */
export function arrangeFloats(floats: readonly Float[], from: number, to: number, frame: Frame): FloatArrangement[] {
  if (to - from > maxFloatsOnPage) return [];
  let found: { placed: PlacedFloat[]; spot: number }[] = [{ placed: [], spot: 0 }];
  for (let index = from; index < to; index++) {
    const float = floats[index];
    if (!float) continue;
    found = found.flatMap(({ placed, spot }) =>
      float.spans
        ? float.places.map((at) => ({ placed: [...placed, { float: index, column: -1, at }], spot }))
        : spotsAfter(spot, float, frame).map((next) => ({
            placed: [
              ...placed,
              { float: index, column: next >> 1, at: next % 2 === 0 ? 'head' : 'foot' } as PlacedFloat,
            ],
            spot: next,
          })),
    );
  }
  const all = found.map(({ placed }) => arranged(placed, floats, frame)).filter((one) => isWithinPage(one, frame));
  // If there are too many, an even selection of them. Two columns never have too many.
  const every = Math.ceil(all.length / maxArrangements);
  return all.filter((_, i) => i % every === 0);
}

/**
 * The spots after one that a float may have. Spots are counted: head of the first column, its foot, head of the second
 * …
 */
function spotsAfter(spot: number, { places }: Float, { columns }: Frame): number[] {
  const spots: number[] = [];
  for (let next = spot; next < columns * 2; next++)
    if (places.includes(next % 2 === 0 ? 'head' : 'foot')) spots.push(next);
  return spots;
}

function arranged(placed: PlacedFloat[], floats: readonly Float[], frame: Frame): FloatArrangement {
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

function isWithinPage({ page, columns }: FloatArrangement, frame: Frame): boolean {
  return page + Math.max(...columns) <= frame.height + 0.1;
}
