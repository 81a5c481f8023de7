import type { JSHandle, Page } from 'puppeteer';
import type { Held } from './collect.ts';
import type { unpin } from './pin.ts';

/** A block that did not come out as it was set. */
export interface Failed {
  place: string;
  /** In words. */
  found: string;
}

/**
 * Unpins the blocks that did not come out with the lines that were chosen: with more or fewer, or with one that is over a pixel wider than it should
 * be; and returns them.
 */
export async function checkPins(page: Page, held: JSHandle<Held>): Promise<Failed[]> {
  return page.evaluate(checkInPage, held);
}

function checkInPage(held: Held): Failed[] {
  interface Row {
    top: number;
    bottom: number;
    left: number;
    right: number;
  }
  const range = document.createRange();
  const rowsIn = (inside: Element, apart: readonly Element[], measure: number): Row[] => {
    const rows: Row[] = [];
    const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (apart.some((element) => element.contains(node))) continue;
      range.selectNodeContents(node);
      for (const { top, bottom, left, right, width } of range.getClientRects()) {
        if (width === 0) continue;
        const row = rows.at(-1);
        const middle = (top + bottom) / 2;
        // The same height in another column is another line.
        if (row && middle > row.top && middle < row.bottom && left < row.left + measure)
          row.right = Math.max(row.right, right);
        else rows.push({ top, bottom, left, right });
      }
    }
    return rows;
  };
  const failed: { place: string; found: string; element: Element }[] = [];
  for (const pin of held.pins) {
    const block = held.galley.blocks[pin.block];
    const place = held.places[pin.block];
    if (!block || !place) continue;
    const element = place.element.querySelector(':scope > .set-run') ?? place.element;
    const rows = rowsIn(element, place.apart, block.measure);
    const most = Math.max(...rows.map(({ left, right }) => right - left));
    const fault =
      rows.length !== pin.lines
        ? `has ${rows.length} lines, not ${pin.lines}`
        : most > block.measure + pin.spare + 1
          ? `has a line of ${most.toFixed(1)} px, not ${block.measure.toFixed(1)}`
          : undefined;
    const text = (element.textContent ?? '').trim().slice(0, 40);
    if (fault) failed.push({ place: block.place, found: `<${block.tag}> “${text}…” ${fault}`, element });
  }
  // Last, so that the browser lays out only once.
  for (const { element } of failed) (globalThis as unknown as { unpin: typeof unpin }).unpin(element);
  return failed.map(({ place, found }) => ({ place, found }));
}
