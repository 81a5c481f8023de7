import { breakCosts } from '../../build/pages/break-costs.ts';
import { columnHeight, rowHeights } from '../../build/pages/column.ts';
import type { Flow, Frame, PagePlan } from '../../build/pages/flow.ts';

/** How well pages are broken. */
export interface Quality {
  pages: number;
  columns: number;
  /** Columns that end above the foot, where the text goes on; and by how many lines in all. */
  short: number;
  lines: number;
  /** Pages with columns that end at different heights. */
  uneven: number;
  /** Paragraphs of which fewer lines stand alone than the style allows, headings without text. */
  torn: number;
  hyphens: number;
  /** Notes that run on to another page. */
  splitNotes: number;
  /** By the costs of the breaker, with the page’s own. */
  cost: number;
}

export function qualityOf(flow: Flow, frame: Frame, pages: readonly PagePlan[]): Quality {
  const all = rowHeights(flow.rows, frame.grid);
  const breaks = breakCosts(flow.rows);
  const quality: Quality = {
    pages: pages.length,
    columns: 0,
    short: 0,
    lines: 0,
    uneven: 0,
    torn: 0,
    hyphens: 0,
    splitNotes: 0,
    cost: 0,
  };
  for (const page of pages) {
    const last = page.columns.at(-1)?.to === flow.rows.length;
    const left: number[] = [];
    quality.cost += page.cost;
    quality.splitNotes += page.notes.filter(({ from, to }) => to > from && (flow.notes[from]?.line ?? 0) > 0).length;
    for (const { from, to, room } of page.columns) {
      if (to <= from) continue;
      quality.columns++;
      const short = Math.max(0, Math.floor((room - columnHeight(all, from, to)) / frame.grid + 0.05));
      left.push(short);
      if (!last && short > 0) {
        quality.short++;
        quality.lines += short;
      }
      if (breaks[to]?.broken) quality.torn++;
      if (flow.rows[to - 1]?.hyphen) quality.hyphens++;
    }
    if (!last && Math.max(...left) > Math.min(...left)) quality.uneven++;
  }
  return quality;
}

export function addUp(qualities: readonly Quality[]): Quality {
  return qualities.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([key, value]) => [key, value + one[key as keyof Quality]]),
      ) as unknown as Quality,
  );
}
