import type { DeskPage } from '../../desk-state.ts';
import { make } from '../dom.ts';
import { release } from './draw-page.ts';
import type { PageBox, Size } from './page-boxes.ts';
import type { TextLine } from './text-lines.ts';

/** The place of a page in the window, with what is drawn of it. */
export interface PageSlot {
  page: DeskPage;
  element: HTMLElement;
  /** The whole sheet: the canvas lies in it, and above it the text and the marks, placed in percent of it. */
  sheet: HTMLElement;
  marks: HTMLElement;
  grid: HTMLElement;
  /** The size of the sheet in PDF points: that of the trim until the page was read. */
  size: Size;
  canvas?: HTMLCanvasElement;
  /** The look and the pixels of the canvas. */
  drawn: string;
  text?: HTMLElement;
  lines?: TextLine[];
  isNear: boolean;
  /** The place that it has, as a key. */
  placed: string;
}

/** Makes the place of a page, white and empty. */
export function makeSlot(page: DeskPage, size: Size): PageSlot {
  const grid = make('div', { class: 'grid' });
  const marks = make('div', { class: 'marks' });
  const sheet = make('div', { class: 'sheet' }, grid, marks);
  const element = make('div', { class: 'page', role: 'group' }, sheet, make('div', { class: 'trim' }));
  return { page, element, sheet, marks, grid, size, drawn: '', isNear: false, placed: '' };
}

/** Puts a slot in its row and column, and gives it its size. */
export function placeSlot(slot: PageSlot, at: PageBox, isSpread: boolean): void {
  const { element, sheet, size } = slot;
  const { index } = slot.page;
  const place = JSON.stringify([index, at, isSpread]);
  if (place === slot.placed) return;
  slot.placed = place;
  const isRecto = index % 2 === 1;
  element.style.gridArea = isSpread ? `${(index >> 1) + 1} / ${isRecto ? 2 : 1}` : `${index} / 1`;
  element.classList.toggle('recto', isRecto);
  element.classList.toggle('bled', at.trim > 0);
  element.dataset.index = String(index);
  setSize(element, at.box);
  setSize(sheet, at.sheet);
  sheet.style.left = `${at.sheet.left}px`;
  sheet.style.top = `${at.sheet.top}px`;
  element.style.setProperty('--trim', `${at.trim}px`);
  // The text of PDF.js is as large as its page by this.
  element.style.setProperty('--total-scale-factor', String(at.sheet.width / size.width));
}

function setSize({ style }: HTMLElement, { width, height }: Size): void {
  style.width = `${width}px`;
  style.height = `${height}px`;
}

/** Puts a canvas in place of the one that a slot had. */
export function putCanvas(slot: PageSlot, canvas: HTMLCanvasElement, drawn: string): void {
  const before = slot.canvas;
  canvas.setAttribute('aria-hidden', 'true');
  if (before) before.replaceWith(canvas);
  else slot.sheet.prepend(canvas);
  release(before);
  slot.canvas = canvas;
  slot.drawn = drawn;
}

/** Empties a slot. */
export function emptySlot(slot: PageSlot): void {
  release(slot.canvas);
  delete slot.canvas;
  slot.drawn = '';
  dropText(slot);
}

/** Drops the text of a slot, which may be out of date. */
export function dropText(slot: PageSlot): void {
  slot.text?.remove();
  delete slot.text;
  delete slot.lines;
}

/** Places an element over a rectangle of a sheet; PDF points. */
export function overlay(
  element: HTMLElement,
  [left, top, width, height]: readonly [number, number, number, number],
  { size }: Pick<PageSlot, 'size'>,
): HTMLElement {
  const share = (length: number, whole: number) => `${((100 * length) / whole).toFixed(3)}%`;
  element.style.left = share(left, size.width);
  element.style.top = share(top, size.height);
  element.style.width = share(width, size.width);
  element.style.height = share(height, size.height);
  return element;
}

/** Puts the elements of slots into the order of pages, moving only those that are out of it. */
export function putInOrder(parent: HTMLElement, slots: readonly PageSlot[]): void {
  let next = parent.firstElementChild;
  for (const { element } of slots) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}
