import type { DeskPage } from '../../desk-state.ts';

/** The look of a page, as a key: pages with the same key show the same. */
export function lookOf({ hash, folio }: DeskPage): string {
  return `${hash} ${folio}`;
}

/**
 * Finds for each page the page that it was before, as indices in `before`: −1 for a new one. Pages of one article are
 * matched from its first page as far as they look alike, and from its last; between them one by one.
 */
export function matchPages(before: readonly DeskPage[], after: readonly DeskPage[]): number[] {
  const old = byPart(before);
  const matches = new Array<number>(after.length).fill(-1);
  for (const [of, now] of byPart(after)) {
    const then = old.get(of) ?? [];
    const isAlike = (a: number | undefined, b: number | undefined) =>
      a !== undefined && b !== undefined && before[a]?.hash === after[b]?.hash;
    let head = 0;
    while (isAlike(then[head], now[head])) head++;
    let tail = 0;
    while (tail < Math.min(then.length, now.length) - head && isAlike(then.at(-1 - tail), now.at(-1 - tail))) tail++;
    for (const [i, at] of now.entries()) {
      const from =
        i >= now.length - tail ? then[then.length - (now.length - i)] : i < then.length - tail ? then[i] : -1;
      matches[at] = from ?? -1;
    }
  }
  return matches;
}

/** The indices of pages by what they belong to. */
function byPart(pages: readonly DeskPage[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const [i, { of }] of pages.entries()) {
    const part = parts.get(of);
    if (part) part.push(i);
    else parts.set(of, [i]);
  }
  return parts;
}
