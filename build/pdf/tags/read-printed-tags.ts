import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { annotationsOf } from './links.ts';
import { parseTagName, type SpecialTag } from './plan.ts';

/**
 * Something inside a tag: a piece of a page’s marked content; a link, by its index among the page’s annotations; or
 * another tag, or a part of one, with the page on which it begins. Pages are counted from 0.
 */
export type TagItem =
  | PrintedContent
  | { kind: 'link'; page: number; index: number }
  | { kind: 'tag'; page?: number | undefined; number: number };

/**
 * A piece of marked content on a page, or in a form on it. `order` is its place among the browser’s tags; opacity makes
 * the order of painting differ from it.
 */
export interface PrintedContent {
  kind: 'content';
  page: number;
  id: number;
  order?: number;
  special?: SpecialTag | undefined;
  form?: PDFRef | undefined;
}

/**
 * The offset of the numbers of marked content in a form XObject that has its own numbering (`StructParents`), so that
 * the numbers of a page’s pieces are unique. The key stays when a page is copied into another document. Chromium has
 * such forms since version 153; earlier versions number a page as a whole, and then the offset is 0.
 */
export function firstIdIn({ dict }: PDFStream): number {
  const key = dict.lookup(names.StructParents);
  return key instanceof PDFNumber ? (key.asNumber() + 1) * 2 ** 20 : 0;
}

/** The printed content of each planned tag, by number: several parts where it was cut at pages or columns. */
export type PrintedTags = Map<number, TagItem[][]>;

/**
 * Reads the browser’s tags, whose names are the numbers of planned tags. A tag without a number belongs to the tag
 * around it; repeated content is left out.
 */
export function readPrintedTags(document: PDFDocument): PrintedTags {
  const { context, catalog } = document;
  const pages = new Map<PDFRef, number>();
  const links = new Map<PDFRef, TagItem>();
  document.getPages().forEach((page, number) => {
    pages.set(page.ref, number);
    annotationsOf(page).forEach((ref, index) => {
      if (ref instanceof PDFRef) links.set(ref, { kind: 'link', page: number, index });
    });
  });
  const printed: PrintedTags = new Map();
  let order = 0;
  const walk = (element: PDFDict, number: number, part: TagItem[], around?: number, inside?: SpecialTag): void => {
    const name = tagName(element.get(names.Alt));
    if (name === 'repeated') return;
    let [own, items] = [number, part];
    let tag: TagItem | undefined;
    if (typeof name === 'number') {
      tag = { kind: 'tag', number: name };
      part.push(tag);
      [own, items] = [name, []];
      printed.set(name, [...(printed.get(name) ?? []), items]);
    }
    const page = pages.get(element.get(names.Pg) as PDFRef) ?? around;
    const special = typeof name === 'string' ? name : inside;
    const kids = context.lookup(element.get(names.K));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const value = context.lookup(kid);
      if (value instanceof PDFNumber) {
        if (page !== undefined) items.push({ kind: 'content', page, id: value.asNumber(), order: order++, special });
      } else if (value instanceof PDFDict) {
        if (value.has(names.S)) {
          walk(value, own, items, page, special);
          continue;
        }
        const link = links.get(value.get(names.Obj) as PDFRef);
        const at = pages.get(value.get(names.Pg) as PDFRef) ?? page;
        const id = value.get(names.MCID);
        if (link) items.push(link);
        else if (at !== undefined && id instanceof PDFNumber) {
          const form = context.lookup(value.get(names.Stm));
          const first = form instanceof PDFStream ? firstIdIn(form) : 0;
          items.push({ kind: 'content', page: at, id: first + id.asNumber(), order: order++, special });
        }
      }
    }
    if (tag) tag.page = items.find((item) => item.page !== undefined)?.page;
  };
  const root: TagItem[] = [];
  printed.set(0, [root]);
  const top = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(names.K);
  for (const kid of top instanceof PDFArray ? top.asArray() : [top]) {
    const element = context.lookup(kid);
    if (element instanceof PDFDict) walk(element, 0, root);
  }
  return printed;
}

/** The tags of the first `count` pages. */
export function tagsOfFirstPages(count: number, printed: PrintedTags): PrintedTags {
  const isThere = ({ page = 0 }: TagItem) => page < count;
  return new Map([...printed].map(([number, parts]) => [number, parts.map((part) => part.filter(isThere))]));
}

/** The name of a browser’s tag, read. Our names have no characters that a PDF writes differently. */
function tagName(alt: PDFObject | undefined): number | SpecialTag | undefined {
  if (alt instanceof PDFString) return parseTagName(alt.asString());
  return alt instanceof PDFHexString ? parseTagName(alt.decodeText()) : undefined;
}

const names = {
  Alt: PDFName.of('Alt'),
  K: PDFName.of('K'),
  MCID: PDFName.of('MCID'),
  Obj: PDFName.of('Obj'),
  Pg: PDFName.of('Pg'),
  S: PDFName.of('S'),
  Stm: PDFName.of('Stm'),
  StructParents: PDFName.of('StructParents'),
};
