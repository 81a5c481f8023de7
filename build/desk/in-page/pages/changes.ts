import type { App } from '../app.ts';
import { pageName } from '../app.ts';
import { changedLines } from './changed-lines.ts';
import { frameBoxes } from './frames.ts';
import { readLines } from './page-text.ts';
import type { Replaced } from './pages-view.ts';
import type { PageSlot } from './slots.ts';
import type { TextLine } from './text-lines.ts';

/** Marks the lines whose words changed on the pages that were drawn again, and says which pages these are. */
export async function markChanges({ pages, words, say }: App, { drawn, before, from }: Replaced): Promise<void> {
  const changed = drawn.filter(({ page }) => before[from[page.index - 1] ?? -1]?.hash !== page.hash);
  if (changed.length === 0) return;
  const old = await linesBefore(changed);
  for (const slot of changed) {
    const lines = await readLines(pages.pdfs, slot.page.unit, slot.page.number);
    for (const { line, isEdited } of changedLines(old, lines)) {
      const { left, top, width, height } = line;
      frameBoxes(slot, [[left - 2, top - 1, width + 4, height + 2]], isEdited ? 'changed edited' : 'changed');
    }
  }
  say(words('changed', { pages: changed.map(({ page }) => pageName(words, page)).join(', ') }));

  /** The lines that stood on pages, and on their neighbours, from which lines may have moved. */
  async function linesBefore(slots: readonly PageSlot[]): Promise<TextLine[]> {
    const indices = new Set<number>();
    for (const { page } of slots) for (const step of [-1, 0, 1]) indices.add((from[page.index - 1] ?? -1) + step);
    const read = [...indices].flatMap((i) => {
      const page = before[i];
      return page ? [readLines(pages.pdfs, page.unit, page.number).catch(() => [])] : [];
    });
    return (await Promise.all(read)).flat();
  }
}
