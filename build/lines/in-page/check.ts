import type { Block, FailedBlock, Pin } from '../collected.ts';
import { type BlockInPage, type HeldBlocks, pixels } from './collecting.ts';
import { unpin } from './unpin.ts';

/**
 * Unpins those of the blocks pinned last whose lines are not the chosen ones: with more or fewer lines, or with one
 * that is over a pixel too wide. Returns them.
 */
export function checkBlocks(held: HeldBlocks): FailedBlock[] {
  const failed: (FailedBlock & { element: Element })[] = [];
  for (const pin of held.pins) {
    const block = held.collected.blocks[pin.block];
    const place = held.places[pin.block];
    if (!block || !place || looksRight(place.element, pin)) continue;
    const found = faultIn(block, place, pin);
    if (!found) continue;
    const text = (place.element.textContent ?? '').trim().slice(0, 40);
    failed.push({ place: block.place, found: `<${block.tag}> “${text}…” ${found}`, element: place.element });
  }
  held.pins = [];
  // Last, so that the browser lays out only once.
  for (const { element } of failed) unpin(element);
  return failed.map(({ place, found }) => ({ place, found }));
}

/**
 * True if a block is as high as its lines, and nothing sticks out further than it should: then its lines need not be
 * looked at one by one.
 */
function looksRight(element: Element, { lines, spare }: Pin): boolean {
  const css = getComputedStyle(element);
  const height = element.clientHeight - pixels(css.paddingTop) - pixels(css.paddingBottom);
  const line = pixels(css.lineHeight);
  return Math.abs(height - lines * line) < line / 2 && element.scrollWidth <= element.clientWidth + spare + 1;
}

/** The fault in a block’s lines, in words; undefined if they are right. */
function faultIn(block: Block, { element, apart, boxes }: BlockInPage, pin: Pin): string | undefined {
  const rows = rowsIn(element, apart, boxes, block.measure);
  const most = Math.max(...rows.map(({ left, right }) => right - left));
  if (rows.length !== pin.lines) return `has ${rows.length} lines, not ${pin.lines}`;
  // A first line with a negative indent is longer by that.
  return most > block.measure + Math.max(0, -block.indent) + pin.spare + 1
    ? `has a line of ${most.toFixed(1)} px, not ${block.measure.toFixed(1)}`
    : undefined;
}

/** The lines of an element’s text, and of the boxes in them, as the browser laid them out; px. */
function rowsIn(
  inside: Element,
  apart: readonly Element[],
  boxes: readonly Element[],
  measure: number,
): { top: number; bottom: number; left: number; right: number }[] {
  const rows: { top: number; bottom: number; left: number; right: number }[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let rects: DOMRectList;
    if (node instanceof Element) {
      // The text of a box may stand out, as a note’s number does.
      if (!boxes.includes(node as HTMLElement) || node.textContent?.trim()) continue;
      rects = node.getClientRects();
    } else {
      if (apart.some((element) => element.contains(node))) continue;
      range.selectNodeContents(node);
      rects = range.getClientRects();
    }
    for (const { top, bottom, left, right, width } of rects) {
      if (width === 0) continue;
      const row = rows.at(-1);
      const isIn = (y: number, from: number, to: number) => y > from && y < to;
      const same =
        row && (isIn((top + bottom) / 2, row.top, row.bottom) || isIn((row.top + row.bottom) / 2, top, bottom));
      // The same height in another column is another line.
      if (same && left < row.left + measure) {
        row.top = Math.min(row.top, top);
        row.bottom = Math.max(row.bottom, bottom);
        row.right = Math.max(row.right, right);
      } else rows.push({ top, bottom, left, right });
    }
  }
  return rows;
}
