/** A place in a scrolled view: a page, and where the middle of the view lies on it, in shares of its box. */
export interface Anchor {
  element: HTMLElement;
  x: number;
  y: number;
}

/** The place in the middle of a view; undefined where it shows no page. */
export function anchorOf(view: HTMLElement, pages: Iterable<{ element: HTMLElement }>): Anchor | undefined {
  const { left, top, width, height } = view.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let best: Anchor | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { element } of pages) {
    const box = element.getBoundingClientRect();
    const away = Math.hypot(outside(x, box.left, box.right), outside(y, box.top, box.bottom));
    if (away >= least) continue;
    least = away;
    best = { element, x: (x - box.left) / box.width, y: (y - box.top) / box.height };
  }
  return best;
}

/** Scrolls a view so that a place is in its middle again. */
export function restoreAnchor(view: HTMLElement, { element, x, y }: Anchor): void {
  const frame = view.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  view.scrollTop += box.top + y * box.height - (frame.top + frame.height / 2);
  view.scrollLeft += box.left + x * box.width - (frame.left + frame.width / 2);
}

function outside(at: number, from: number, to: number): number {
  return Math.max(from - at, at - to, 0);
}

/** Scrolls a view to a page, or so that a rectangle on it (in CSS pixels from its sheet) can be seen well. */
export function scrollToPage(view: HTMLElement, page: HTMLElement, gap: number, part?: DOMRect): void {
  const frame = view.getBoundingClientRect();
  const box = page.getBoundingClientRect();
  const spare = frame.height - box.height;
  const isPageWhole = box.top >= frame.top && box.bottom <= frame.bottom;
  if (part && part.top >= frame.top + gap && part.bottom <= frame.bottom - gap && isAcross(part, frame)) return;
  if (part && spare < 0) view.scrollTop += part.top - (frame.top + frame.height / 3);
  else if (!isPageWhole) view.scrollTop += box.top - frame.top - (spare > 0 ? Math.min(spare / 2, gap) : gap);
  const { left, right } = part ?? box;
  if (left < frame.left) view.scrollLeft += left - frame.left - gap;
  else if (right > frame.right) view.scrollLeft += Math.min(right - frame.right + gap, left - frame.left - gap);
}

function isAcross(part: DOMRect, frame: DOMRect): boolean {
  return part.left >= frame.left && part.right <= frame.right;
}
