import type { JSHandle, Page } from 'puppeteer';
import type { Held } from './collect.ts';
import type { Pin } from './galley.ts';

/**
 * The pinned blocks that did not come out with the lines that were chosen: with more or fewer, or one that is wider than it should be by over a pixel.
 * `widest` is by how much a line of the block may be wider than its measure: what hangs, and what could not be helped.
 */
export async function checkPins(
  page: Page,
  held: JSHandle<Held>,
  pins: readonly Pin[],
  widest: readonly number[],
): Promise<string[]> {
  return page.evaluate(checkInPage, held, pins as Pin[], widest as number[]);
}

function checkInPage(held: Held, pins: Pin[], widest: number[]): string[] {
  const failed: string[] = [];
  const range = document.createRange();
  pins.forEach((pin, i) => {
    const block = held.galley.blocks[pin.block];
    const place = held.places[pin.block];
    if (!block || !place) return;
    const rows: { top: number; bottom: number; left: number; right: number }[] = [];
    const inside = place.element.querySelector(':scope > .set-run') ?? place.element;
    const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (place.apart.some((element) => element.contains(node))) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width === 0) continue;
        const row = rows.at(-1);
        const middle = (rect.top + rect.bottom) / 2;
        // The same height in another column is another line.
        if (row && middle > row.top && middle < row.bottom && rect.left < row.left + block.measure) {
          row.right = Math.max(row.right, rect.right);
        } else rows.push({ top: rect.top, bottom: rect.bottom, left: rect.left, right: rect.right });
      }
    }
    const most = Math.max(...rows.map(({ left, right }) => right - left));
    const text = (place.element.textContent ?? '').slice(0, 60);
    if (rows.length !== pin.lines)
      failed.push(`${block.tag} ${block.place}: ${rows.length} lines, not ${pin.lines}: ${text}`);
    else if (most > block.measure + (widest[i] ?? 0) + 1)
      failed.push(`${block.tag} ${block.place}: ${most.toFixed(1)} px, not ${block.measure.toFixed(1)}: ${text}`);
  });
  return failed;
}
