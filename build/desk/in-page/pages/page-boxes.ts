import type { View } from '../view.ts';

/** A width and a height. */
export interface Size {
  width: number;
  height: number;
}

/** The place of a page in the window, in CSS pixels: its box, and the sheet in it, whose edge the box may hide. */
export interface PageBox {
  box: Size;
  sheet: Size & { left: number; top: number };
  /** The distance of the trim’s edge from that of the box. */
  trim: number;
}

/** The box of a page at a scale (CSS pixels for each PDF point), cut to the trim or with its whole sheet. */
export function pageBox(sheet: Size, trim: Size, scale: number, isWhole: boolean): PageBox {
  const over = overhang(sheet, trim);
  const px = (length: number) => Math.max(1, Math.round(length * scale));
  const own = { width: px(sheet.width), height: px(sheet.height) };
  if (over === 0 || isWhole) return { box: own, sheet: { ...own, left: 0, top: 0 }, trim: over * scale };
  const shift = -Math.round(over * scale);
  return {
    box: { width: px(trim.width), height: px(trim.height) },
    sheet: { ...own, left: shift, top: shift },
    trim: 0,
  };
}

/** The distance by which a sheet reaches over the trim on each side, in points; browsers round the sizes of sheets. */
export function overhang(sheet: Size, trim: Size): number {
  const over = (sheet.width - trim.width) / 2;
  return over < 1 ? 0 : over;
}

/** The space around pages in the window, in CSS pixels. */
export const margin = 24;

/** The scale at which pages are shown in a window: CSS pixels for each PDF point. */
export function zoomScale({ zoom, layout }: View, page: Size, window: Size): number {
  if (typeof zoom === 'number') return (zoom / 100) * (96 / 72);
  const across = layout === 'spread' ? 2 : 1;
  const byWidth = Math.max(80, window.width - 2 * margin) / (page.width * across);
  const byHeight = Math.max(80, window.height - 2 * margin) / page.height;
  return zoom === 'width' ? byWidth : Math.min(byWidth, byHeight);
}

/** A scale in percent of the real size. */
export function percentOf(scale: number): number {
  return Math.round((scale / (96 / 72)) * 100);
}
