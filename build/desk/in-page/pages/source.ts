import type { SourcePoint } from '../../desk-state.ts';
import type { App } from '../app.ts';
import { ask } from '../ask.ts';
import { byId, make } from '../dom.ts';
import { frameBoxes } from './frames.ts';
import { overlay, type PageSlot } from './slots.ts';
import { lineAtPoint } from './text-lines.ts';

/** The place in the files of what stands at a point of a page; PDF points from the corner of the sheet. */
export async function sourceAt(page: number, x: number, y: number): Promise<SourcePoint | undefined> {
  return ask<SourcePoint>('source', { page, x: x.toFixed(2), y: y.toFixed(2) });
}

/** Opens the source of what stands at a point of a page. */
export async function openSourceAt(app: App, page: number, x: number, y: number): Promise<void> {
  const found = await sourceAt(page, x, y);
  if (!found) return app.toast(app.words('no-source'));
  frameBoxes(app.pages.slot(found.at.page), found.at.boxes);
  await app.open(found, found.from === 'template' ? app.words('from-template', { word: found.word }) : undefined);
}

/** Lets a click on a page open its source, and shows at which line of the page the pointer is. */
export function followPointer(app: App): void {
  const paper = byId('paper');
  const hovered = make('div', { class: 'hovered' });
  let down = { x: 0, y: 0 };

  paper.addEventListener('pointerdown', ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY };
  });
  paper.addEventListener('click', (event) => {
    const at = pointOn(app, event);
    const isDrag = Math.hypot(event.clientX - down.x, event.clientY - down.y) > 4;
    if (!at || isDrag || event.detail > 1 || !(getSelection()?.isCollapsed ?? true)) return;
    void openSourceAt(app, at.slot.page.index, at.x, at.y);
  });
  paper.addEventListener('pointermove', (event) => {
    const at = event.pointerType === 'mouse' ? pointOn(app, event) : undefined;
    const line = at && lineAtPoint(at.slot.lines ?? [], at.x, at.y);
    if (!at || !line) return hovered.remove();
    const { left, top, width, height } = line;
    if (hovered.parentElement !== at.slot.marks) at.slot.marks.append(hovered);
    overlay(hovered, [left, top + height, width, 1], at.slot);
  });
  paper.addEventListener('pointerleave', () => hovered.remove());
}

/** The point of a page that an event is on. */
function pointOn(app: App, event: MouseEvent): { slot: PageSlot; x: number; y: number } | undefined {
  const target = event.target as Element;
  if (target.closest('button, a')) return undefined;
  const element = target.closest<HTMLElement>('.page');
  const slot = app.pages.slot(Number(element?.dataset.index));
  if (!slot) return undefined;
  const box = slot.sheet.getBoundingClientRect();
  const scale = slot.size.width / box.width;
  return { slot, x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
}
