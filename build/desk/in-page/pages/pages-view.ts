import type { PagePoint } from '../../../on-pages/page-point.ts';
import type { DeskPage, DeskState } from '../../desk-state.ts';
import { byId } from '../dom.ts';
import type { View } from '../view.ts';
import { anchorOf, restoreAnchor, scrollToPage } from './anchor.ts';
import { artist } from './artist.ts';
import { matchPages } from './match-pages.ts';
import { margin, pageBox, percentOf, type Size, zoomScale } from './page-boxes.ts';
import type { UnitPdfs } from './pdfs.ts';
import { seenSlots, slotLookedAt } from './seen.ts';
import { emptySlot, makeSlot, overlay, type PageSlot, placeSlot, putInOrder } from './slots.ts';

/** The pages in the window. */
export interface PagesView {
  pdfs: UnitPdfs;
  slots(): readonly PageSlot[];
  slot(index: number): PageSlot | undefined;
  /** The index of the page that is looked at. */
  current(): number;
  /** The slots of which a part can be seen, the nearest to the middle first. */
  seen(): PageSlot[];
  /** The zoom in percent of the real size. */
  percent(): number;
  /**
   * Shows other pages. Those that can be seen are drawn before anything is replaced, and then all at once. Gives the
   * slots that were drawn again, with what they showed before. `first` is the page to begin at, where none were shown.
   * To be called again only when it is done.
   */
  replace(pages: readonly DeskPage[], sheet: DeskState['sheet'], first?: number): Promise<Replaced>;
  setView(view: View): void;
  /** Scrolls to a page, or to the first of the boxes on it. */
  goTo(point: PagePoint): void;
}

/** The outcome of showing other pages. */
export interface Replaced {
  drawn: PageSlot[];
  before: readonly DeskPage[];
  /** For each page its index in `before`; −1 for a new one. */
  from: number[];
}

/** The listeners to the view, and the names of its pages. */
export interface PagesReports {
  /** Another page is looked at, or others can be seen. */
  onMove(): void;
  /** A slot was made, or drawn again. */
  onSlot(slot: PageSlot): void;
  label(page: DeskPage): string;
}

/** Opens the view of pages; it shows none yet. */
export function pagesView(firstView: View, reports: PagesReports): PagesView {
  const scroller = byId('pages');
  const paper = byId('paper');
  let slots: PageSlot[] = [];
  let trim: Size = { width: 1, height: 1 };
  let view = firstView;
  let bleed = 0;
  let scale = 1;
  let current: PageSlot | undefined;

  const boxOf = ({ size }: PageSlot) => pageBox(size, trim, scale, view.isWhole);
  const seen = () => seenSlots(scroller, slots);
  const layOut = (): void => {
    const { clientWidth: width, clientHeight: height } = scroller;
    const over = view.isWhole ? 2 * bleed : 0;
    scale = zoomScale(view, { width: trim.width + over, height: trim.height + over }, { width, height });
    const isSpread = view.layout === 'spread';
    const shown = { spread: isSpread, whole: view.isWhole, gridded: view.hasGrid, unmarked: !view.hasMarks };
    for (const [name, isShown] of Object.entries(shown)) paper.classList.toggle(name, isShown);
    for (const slot of slots) placeSlot(slot, boxOf(slot), isSpread);
  };
  const layOutInPlace = (): void => {
    const anchor = anchorOf(scroller, slots);
    layOut();
    if (anchor) restoreAnchor(scroller, anchor);
    draw.look();
  };
  const draw = artist({ slots: () => slots, seen, boxOf, onSize: layOutInPlace, onDrawn: reports.onSlot });
  const setCurrent = (slot: PageSlot | undefined): void => {
    current?.element.classList.remove('current');
    current = slot;
    current?.element.classList.add('current');
    reports.onMove();
  };
  const findCurrent = () =>
    setCurrent(slotLookedAt(scroller, slots, current && slots.includes(current) ? current : undefined));

  const goTo = ({ page, boxes: [box] }: PagePoint): void => {
    const slot = slots[page - 1];
    if (!slot) return;
    const part = box && overlay(document.createElement('div'), box, slot);
    if (part) slot.marks.append(part);
    scrollToPage(scroller, slot.element, margin, part?.getBoundingClientRect());
    part?.remove();
    setCurrent(slot);
    draw.look();
  };

  let isMoving = false;
  scroller.addEventListener('scroll', () => {
    if (isMoving) return;
    isMoving = true;
    requestAnimationFrame(() => {
      isMoving = false;
      findCurrent();
      draw.look();
    });
  });
  new ResizeObserver(() => slots.length > 0 && layOutInPlace()).observe(scroller);

  return {
    pdfs: draw.pdfs,
    slots: () => slots,
    slot: (index) => slots[index - 1],
    current: () => current?.page.index ?? 1,
    seen,
    percent: () => percentOf(scale),
    async replace(pages, sheet, first = 1) {
      const old = slots;
      const before = old.map(({ page }) => page);
      const from = matchPages(before, pages);
      const inView = new Set(seen());
      const wanted = pages.flatMap((page, i) => {
        const slot = old[from[i] ?? -1];
        return slot && inView.has(slot) ? [{ page, slot }] : [];
      });
      const drawn = await draw.ahead(wanted);
      const kept = new Set(from.map((i) => old[i]));
      const anchor = anchorOf(
        scroller,
        old.filter((slot) => kept.has(slot)),
      );
      const size = { width: sheet.width, height: sheet.height };
      const isResized = size.width !== trim.width || size.height !== trim.height;
      trim = size;
      bleed = sheet.bleed;
      slots = pages.map((page, i) => {
        const slot = old[from[i] ?? -1] ?? makeSlot(page, size);
        if (isResized) slot.size = size;
        slot.page = page;
        slot.element.setAttribute('aria-label', reports.label(page));
        return slot;
      });
      for (const slot of old) {
        if (kept.has(slot)) continue;
        emptySlot(slot);
        slot.element.remove();
      }
      putInOrder(paper, slots);
      layOut();
      const replaced = draw.put(drawn);
      if (anchor) restoreAnchor(scroller, anchor);
      else if (old.length === 0 && first > 1) goTo({ page: first, boxes: [] });
      draw.watch(slots);
      findCurrent();
      draw.look();
      return { drawn: replaced, before, from };
    },
    setView(next) {
      view = next;
      layOutInPlace();
      findCurrent();
    },
    goTo,
  };
}
