import { ask } from '../ask.ts';
import { make } from '../dom.ts';
import { lookOf } from './match-pages.ts';
import { overlay, type PageSlot } from './slots.ts';
import { baselineIn } from './text-lines.ts';

interface Sheet {
  width: number;
  grid?: { top: number; line: number; bottom: number };
}

/** Draws the baselines of the text on a page, unless they are drawn, or its text has not been read yet. */
export async function drawGrid(slot: PageSlot): Promise<void> {
  const { grid: layer, page, lines } = slot;
  const look = lookOf(page);
  if (!lines || layer.dataset.of === look) return;
  layer.dataset.of = look;
  const grid = (await ask<Sheet>(`pages/${page.index}`).catch(() => undefined))?.grid;
  if (lookOf(slot.page) !== look) return;
  layer.replaceChildren();
  if (!grid) return;
  const { top, line, bottom } = grid;
  const first = top + baselineIn(lines, grid) - line;
  const height = bottom - first;
  const ruled = overlay(make('div'), [0, first, slot.size.width, height], slot);
  // A background’s size in percent scales with the page.
  ruled.style.backgroundSize = `100% ${((100 * line) / height).toFixed(4)}%`;
  layer.append(ruled);
}
