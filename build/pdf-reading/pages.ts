import { type PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { maxNesting, maxPages } from './file/limits.ts';
import { asDict, itemsAt, nameAt, valueAt } from './file/objects.ts';
import { Unreadable } from './file/unreadable.ts';

/** A page of a PDF. */
export interface PdfPage {
  /** From 1, in the order of the file. */
  number: number;
  dict: PDFDict;
  ref?: PDFRef;
  /**
   * Keys that its page tree gives it where it does not have its own: boxes, resources, rotation (ISO 32000-1, 7.7.3.4).
   */
  inherited: ReadonlyMap<string, PDFDict>;
}

/** A rectangle in points: left, bottom, right, top (ISO 32000-1, 7.9.5). */
export type Rectangle = readonly [number, number, number, number];

const heritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/** Reads the page tree. Throws {@link Unreadable} if it has no pages, too many, or contains itself. */
export function readPages(catalog: PDFDict): PdfPage[] {
  const pages: PdfPage[] = [];
  const root = asDict(valueAt(catalog, 'Pages'));
  if (!root) throw new Unreadable('There is no page tree');
  const seen = new Set<PDFDict>();
  type Step = { dict: PDFDict; ref?: PDFRef | undefined; inherited: Map<string, PDFDict>; depth: number };
  const stack: Step[] = [{ dict: root, inherited: new Map(), depth: 0 }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { dict, ref, depth } = step;
    if (depth > maxNesting) throw new Unreadable(`The page tree is more than ${maxNesting} deep`);
    // The same page may be in the tree twice; viewers show it twice.
    const isPage = nameAt(dict, 'Type') === 'Page' || !dict.has(PDFName.of('Kids'));
    if (seen.has(dict) && !isPage) throw new Unreadable('The page tree comes round to itself');
    seen.add(dict);
    if (isPage) {
      pages.push({ number: pages.length + 1, dict, ...(ref ? { ref } : {}), inherited: step.inherited });
      if (pages.length > maxPages) throw new Unreadable(`There are more than ${maxPages} pages`);
      continue;
    }
    const inherited = new Map(step.inherited);
    for (const key of heritable) if (dict.has(PDFName.of(key))) inherited.set(key, dict);
    const kids = valueAt(dict, 'Kids');
    const values = itemsAt(dict, 'Kids');
    const raw = kids && 'asArray' in kids ? (kids as { asArray(): unknown[] }).asArray() : [];
    for (let i = values.length - 1; i >= 0; i--) {
      const kid = asDict(values[i]);
      const own = raw[i];
      if (!kid) throw new Unreadable('A page is missing: the page tree names an object that is not there');
      stack.push({ dict: kid, ref: own instanceof PDFRef ? own : undefined, inherited, depth: depth + 1 });
    }
  }
  if (pages.length === 0) throw new Unreadable('There are no pages');
  return pages;
}

/** Returns the dictionary that has a page’s key: its own, or the one it inherits from. */
export function holderOf(page: PdfPage, key: string): PDFDict {
  return page.dict.has(PDFName.of(key)) ? page.dict : (page.inherited.get(key) ?? page.dict);
}

/** Returns a box of a page, its corners in order; undefined if it has none of that name. */
export function boxOf(page: PdfPage, name: string): Rectangle | undefined {
  const items = itemsAt(holderOf(page, name), name);
  const numbers = items.map((item) =>
    item && 'asNumber' in item ? (item as { asNumber(): number }).asNumber() : Number.NaN,
  );
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  const [a, b, c, d] = numbers as [number, number, number, number];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
