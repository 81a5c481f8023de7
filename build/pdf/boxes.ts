import { type PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { Trimming } from '../pages/in-page/page-rules.ts';

/** A rectangle in PDF points: left, bottom, right, top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The boxes of a page (ISO 32000-2, 14.11.2). */
export interface Boxes {
  media: Box;
  bleed: Box;
  trim: Box;
}

/**
 * The boxes of a page that Chrome drew on a sheet. Chrome cuts a sheet down to whole pixels at its right and its foot, and draws from the upper left corner: so the page begins there,
 * at its true size; or, where the sheet is larger than the page by the bleed on every side, as a style asks for what bleeds, so far inside. What is of any other size, say a plate to be folded
 * out, is a page as it is. The corner of the media box may be negative: nothing that is drawn has to move.
 */
export function boxesOf(drawn: Box, { width, height, bleed, marks }: Trimming): Boxes {
  const [left, bottom, right, top] = drawn;
  const is = (more: number) => near(right - left, width + more) && near(top - bottom, height + more);
  const inside = is(2 * bleed) ? bleed : 0;
  const trim: Box =
    inside > 0 || is(0)
      ? [left + inside, top - inside - height, left + inside + width, top - inside]
      : [left, bottom, right, top];
  const bled = grow(trim, bleed);
  const room = marks.crop || marks.cross ? Math.max(bleed, marks.offset + marks.length) : bleed;
  return { trim: round(trim), bleed: round(bled), media: round(grow(trim, room)) };
}

/** The boxes of a page of Chrome’s PDF. */
export function boxesOfPage(page: PDFPage, trimming: Trimming): Boxes {
  const { x, y, width, height } = page.getMediaBox();
  return boxesOf([x, y, x + width, y + height], trimming);
}

/** Makes every page what is left of its sheet when it is cut. */
export function cutToTrim(document: PDFDocument, trimming: Trimming): void {
  for (const page of document.getPages()) {
    const { trim } = boxesOfPage(page, trimming);
    page.node.set(PDFName.of('MediaBox'), document.context.obj([...trim]));
  }
}

export function grow([left, bottom, right, top]: Box, by: number): Box {
  return [left - by, bottom - by, right + by, top + by];
}

/** To a ten-thousandth of a point. */
function round(box: Box): Box {
  return box.map((value) => Math.round(value * 10_000) / 10_000) as unknown as Box;
}

/** Chrome's rounding takes up to a pixel of 1/96 inch. */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.8;
}
