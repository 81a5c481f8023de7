import { type PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { Trimming } from '../pages/in-page/page-rules.ts';
import type { Rectangle } from '../pdf-reading/pages.ts';

/** The boxes of a page (ISO 32000-2, 14.11.2). */
export interface PageBoxes {
  media: Rectangle;
  bleed: Rectangle;
  trim: Rectangle;
}

/**
 * The boxes of a page that Chrome drew on a sheet. Chrome cuts a sheet down to whole pixels on the right and at the
 * foot, and draws from the upper left corner. So the page begins in that corner, at its true size; or inside it by the
 * bleed, where a style asks for a sheet that is larger by the bleed on every side. A sheet of any other size, such as a
 * plate that folds out, is a page by itself. The corner of the media box may be negative, so that no drawing has to
 * move.
 */
export function boxesOf(drawn: Rectangle, { width, height, bleed, marks }: Trimming): PageBoxes {
  const [left, bottom, right, top] = drawn;
  const is = (more: number) => near(right - left, width + more) && near(top - bottom, height + more);
  const inside = is(2 * bleed) ? bleed : 0;
  const trim: Rectangle =
    inside > 0 || is(0)
      ? [left + inside, top - inside - height, left + inside + width, top - inside]
      : [left, bottom, right, top];
  const bled = grow(trim, bleed);
  const room = marks.crop || marks.cross ? Math.max(bleed, marks.offset + marks.length) : bleed;
  return { trim: round(trim), bleed: round(bled), media: round(grow(trim, room)) };
}

/** The boxes of a page of Chrome’s PDF. */
export function boxesOfPage(page: PDFPage, trimming: Trimming): PageBoxes {
  const { x, y, width, height } = page.getMediaBox();
  return boxesOf([x, y, x + width, y + height], trimming);
}

/** Cuts every page to its trimmed size. */
export function cutToTrim(document: PDFDocument, trimming: Trimming): void {
  for (const page of document.getPages()) {
    const { trim } = boxesOfPage(page, trimming);
    page.node.set(PDFName.of('MediaBox'), document.context.obj([...trim]));
  }
}

function grow([left, bottom, right, top]: Rectangle, by: number): Rectangle {
  return [left - by, bottom - by, right + by, top + by];
}

/** Rounds to a ten-thousandth of a point. */
function round(box: Rectangle): Rectangle {
  return box.map((value) => Math.round(value * 10_000) / 10_000) as unknown as Rectangle;
}

/** True for lengths that differ by less than Chrome’s rounding, up to a pixel of 1/96 inch. */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.8;
}
