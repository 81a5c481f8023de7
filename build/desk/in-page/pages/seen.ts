import type { PageSlot } from './slots.ts';

/** The slots of which a part can be seen, the nearest to the middle of the view first. */
export function seenSlots(view: HTMLElement, slots: readonly PageSlot[]): PageSlot[] {
  const { top, bottom } = view.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  return slots
    .flatMap((slot) => {
      const box = slot.element.getBoundingClientRect();
      const isSeen = box.bottom > top && box.top < bottom;
      return isSeen ? [{ slot, away: Math.max(box.top - middle, middle - box.bottom, 0) }] : [];
    })
    .sort((a, b) => a.away - b.away)
    .map(({ slot }) => slot);
}

/** The share of a page that can be seen, from 0 to 1: of all of it, or of all that the view can show. */
export function shareSeen(view: HTMLElement, { element }: PageSlot): number {
  const frame = view.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const height = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
  return Math.max(0, height) / Math.min(box.height, frame.height);
}

/** The slot that is looked at: the one that was, as long as no other can be seen better. */
export function slotLookedAt(
  view: HTMLElement,
  slots: readonly PageSlot[],
  before: PageSlot | undefined,
): PageSlot | undefined {
  let best = before;
  let most = before ? shareSeen(view, before) : 0;
  for (const slot of seenSlots(view, slots).sort((a, b) => a.page.index - b.page.index)) {
    const share = shareSeen(view, slot);
    if (share > most + 0.01) [best, most] = [slot, share];
  }
  return best ?? slots[0];
}
