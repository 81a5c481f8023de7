import { make } from '../dom.ts';
import { pdfJs, type UnitPdfs } from './pdfs.ts';
import { dropText, type PageSlot } from './slots.ts';
import { linesOf, type TextItem, type TextLine } from './text-lines.ts';

/** Reads the lines of a page. */
export async function readLines(pdfs: UnitPdfs, unit: string, number: number): Promise<TextLine[]> {
  const page = await pdfs.page(unit, number);
  const { items } = await page.getTextContent();
  return linesOf(
    items.filter((item): item is typeof item & TextItem => 'str' in item),
    page.getViewport({ scale: 1 }).height,
  );
}

/** Lays the text of a page over its canvas: to be selected, found by the browser, and read by screen readers. */
export async function layText(pdfs: UnitPdfs, slot: PageSlot): Promise<void> {
  const { unit, number, hash } = slot.page;
  const [{ pdfJs: library }, page] = await Promise.all([pdfJs(), pdfs.page(unit, number)]);
  const content = await page.getTextContent();
  const container = make('div', { class: 'text' });
  const viewport = page.getViewport({ scale: 1 });
  await new library.TextLayer({ textContentSource: content, container, viewport }).render();
  const lines = await readLines(pdfs, unit, number);
  if (slot.page.hash !== hash || !slot.canvas) return;
  dropText(slot);
  slot.text = container;
  slot.lines = lines;
  slot.canvas.after(container);
}
