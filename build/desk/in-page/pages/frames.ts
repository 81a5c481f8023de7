import type { PagePoint } from '../../../on-pages/page-point.ts';
import { make } from '../dom.ts';
import { overlay, type PageSlot } from './slots.ts';

/** How long a frame is shown, in ms; the stylesheet lets it fade at the end, where motion is welcome. */
const shownFor = 2600;

/** Frames boxes on a page for a moment. */
export function frameBoxes(slot: PageSlot | undefined, boxes: PagePoint['boxes'], kind = 'frame'): void {
  if (!slot) return;
  const frames = boxes.map((box) => overlay(make('div', { class: `moment ${kind}` }), box, slot));
  slot.marks.append(...frames);
  setTimeout(() => {
    for (const frame of frames) frame.remove();
  }, shownFor);
}
