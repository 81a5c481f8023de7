import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { DeskState } from '../../build/desk/desk-state.ts';

/** A word as PDF.js finds it on a printed page: the point is in its letters; PDF points from the left top. */
export interface PrintedWord {
  page: number;
  text: string;
  x: number;
  y: number;
}

/** The first and last words of every run of text on the pages of a desk, and those that are runs by themselves. */
export async function printedWords({ pages }: DeskState, url: string): Promise<PrintedWord[]> {
  const words: PrintedWord[] = [];
  for (const unit of new Set(pages.map((page) => page.unit))) {
    const data = new Uint8Array(await (await fetch(`${url}units/${unit}.pdf`)).arrayBuffer());
    const document = await getDocument({ data, verbosity: 0 }).promise;
    for (const { index, number } of pages.filter((page) => page.unit === unit)) {
      const page = await document.getPage(number);
      const height = page.view[3] as number;
      for (const item of (await page.getTextContent()).items)
        if ('str' in item) words.push(...endsOf(item, index, height));
    }
    await document.destroy();
  }
  return words;
}

function endsOf({ str, transform, width }: TextItem, page: number, height: number): PrintedWord[] {
  const all = str.trim().split(/\s+/);
  const [, , , size = 8, left = 0, baseline = 0] = transform as number[];
  const inside = Math.min(1.5, width / 4);
  const y = height - baseline - Math.abs(size) * 0.25;
  const first = { page, text: all[0] ?? '', x: left + inside, y };
  return all.length > 1 ? [first, { page, text: all.at(-1) ?? '', x: left + width - inside, y }] : [first];
}
