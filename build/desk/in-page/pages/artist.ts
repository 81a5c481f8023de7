import type { DeskPage } from '../../desk-state.ts';
import { drawPage, release } from './draw-page.ts';
import { lookOf } from './match-pages.ts';
import type { PageBox, Size } from './page-boxes.ts';
import { type UnitPdfs, unitPdfs } from './pdfs.ts';
import { emptySlot, type PageSlot, putCanvas } from './slots.ts';

/** Draws pages near the view, and keeps the memory of what is drawn level. */
export interface Artist {
  pdfs: UnitPdfs;
  /** Follows which slots are near the view. */
  watch(slots: readonly PageSlot[]): void;
  /** Begins to draw what is near and not drawn as it should be; the nearest first. */
  look(): void;
  /** Draws pages for slots that show other ones, and puts nothing in its place yet. */
  ahead(pages: readonly { page: DeskPage; slot: PageSlot }[]): Promise<Drawn[]>;
  put(drawn: readonly Drawn[]): PageSlot[];
}

/** A drawn page for a slot. */
export interface Drawn {
  slot: PageSlot;
  canvas: HTMLCanvasElement;
  look: string;
  size: Size;
}

/** The pages that an artist draws, and who hears of it. */
export interface ArtistMeans {
  slots(): readonly PageSlot[];
  seen(): readonly PageSlot[];
  boxOf(slot: PageSlot): PageBox;
  /** The size of a sheet turned out to be another. */
  onSize(): void;
  onDrawn(slot: PageSlot): void;
}

/** How many pages are drawn at once: one waits for its PDF while the other is painted. */
const atOnce = 2;

/** The pixels of all canvases that are kept: 240 MB. Those in view are drawn in any case. */
const keptPixels = 60e6;

/** Returns an artist, who begins when asked to look. */
export function artist({ slots, seen, boxOf, onSize, onDrawn }: ArtistMeans): Artist {
  const pdfs = unitPdfs();
  const drawing = new Set<PageSlot>();
  const failed = new WeakMap<PageSlot, string>();
  const near = new IntersectionObserver(
    (entries) => {
      const isNear = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]));
      for (const slot of slots()) slot.isNear = isNear.get(slot.element) ?? slot.isNear;
      look();
    },
    { root: document.getElementById('pages'), rootMargin: '100% 0px' },
  );

  const lookFor = (slot: PageSlot, page: DeskPage): string => {
    const { width, height } = boxOf(slot).sheet;
    return `${lookOf(page)} ${Math.round(width * devicePixelRatio)}×${Math.round(height * devicePixelRatio)}`;
  };
  const draw = async (slot: PageSlot, page: DeskPage): Promise<Drawn> => {
    const pdf = await pdfs.page(page.unit, page.number);
    const { width, height } = pdf.getViewport({ scale: 1 });
    const isOther = Math.abs(width - slot.size.width) > 1 || Math.abs(height - slot.size.height) > 1;
    const size = isOther ? { width, height } : slot.size;
    const { sheet } = boxOf({ ...slot, size });
    const [across, down] = [sheet.width, sheet.height].map((px) => Math.round(px * devicePixelRatio));
    const canvas = await drawPage(pdf, across as number, down as number);
    return { slot, canvas, look: `${lookOf(page)} ${across}×${down}`, size };
  };

  const put = (drawn: readonly Drawn[]): PageSlot[] => {
    let isResized = false;
    for (const { slot, canvas, look, size } of drawn) {
      isResized ||= slot.size !== size;
      slot.size = size;
      putCanvas(slot, canvas, look);
    }
    if (isResized) onSize();
    for (const { slot } of drawn) onDrawn(slot);
    return drawn.map(({ slot }) => slot);
  };

  const drawNext = async (): Promise<void> => {
    const next = [...seen(), ...slots().filter(({ isNear }) => isNear)].find((slot) => {
      const wanted = lookFor(slot, slot.page);
      return slot.drawn !== wanted && failed.get(slot) !== wanted && !drawing.has(slot);
    });
    if (!next || drawing.size >= atOnce) return;
    drawing.add(next);
    const { page } = next;
    try {
      const drawn = await draw(next, page);
      if (slots().includes(next) && lookOf(next.page) === lookOf(page)) put([drawn]);
      else release(drawn.canvas);
    } catch {
      failed.set(next, lookFor(next, page));
    }
    drawing.delete(next);
    look();
  };

  const tidy = (): void => {
    const all = slots();
    pdfs.closeOthers(new Set(all.filter(({ isNear }) => isNear).map(({ page }) => page.unit)));
    const inView = new Set(seen());
    const far = all.filter((slot) => slot.canvas && !slot.isNear && !inView.has(slot));
    for (const slot of far) if (slot.drawn !== lookFor(slot, slot.page)) emptySlot(slot);
    let pixels = 0;
    for (const { canvas } of all) pixels += canvas ? canvas.width * canvas.height : 0;
    for (const slot of far) {
      if (pixels <= keptPixels) break;
      pixels -= slot.canvas ? slot.canvas.width * slot.canvas.height : 0;
      emptySlot(slot);
    }
  };

  const look = (): void => {
    for (let i = drawing.size; i < atOnce; i++) void drawNext();
    if (drawing.size === 0) tidy();
  };

  return {
    pdfs,
    look,
    put,
    watch(all) {
      near.disconnect();
      for (const { element } of all) near.observe(element);
    },
    async ahead(pages) {
      const changed = pages.filter(({ page, slot }) => slot.drawn !== lookFor(slot, page));
      const drawn = await Promise.allSettled(changed.map(({ page, slot }) => draw(slot, page)));
      return drawn.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
  };
}
