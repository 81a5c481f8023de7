import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { annotationsOf } from './links.ts';
import { planned, type SpecialTag } from './plan.ts';

/**
 * What stands in a tag: a piece of a page’s marked content, a link on a page, by its place among the page’s annotations, or another tag, or a part of one, on the page where it begins. Pages are
 * counted from 0.
 */
export type Item =
  | Content
  | { kind: 'link'; page: number; index: number }
  | { kind: 'tag'; page?: number | undefined; number: number };

/** A piece of marked content: on a page, or in a form on it. `order` is that of the browser’s tags; it paints in another where there is opacity. */
export interface Content {
  kind: 'content';
  page: number;
  id: number;
  order?: number;
  special?: SpecialTag | undefined;
  form?: PDFRef | undefined;
}

/** What the browser printed of each planned tag, by number: in parts, where page make-up has cut it. */
export type PrintedTags = Map<number, Item[][]>;

/**
 * Reads the browser’s tags, whose names are the numbers of planned ones. What has no number belongs to what it stands in; what is repeated is left out. Chrome counts
 * what it marks in form XObjects with what it marks on their page, and does not tell them apart.
 */
export function readTags(document: PDFDocument): PrintedTags {
  const { context, catalog } = document;
  const pages = new Map<PDFRef, number>();
  const links = new Map<PDFRef, Item>();
  document.getPages().forEach((page, number) => {
    pages.set(page.ref, number);
    annotationsOf(page).forEach((ref, index) => {
      if (ref instanceof PDFRef) links.set(ref, { kind: 'link', page: number, index });
    });
  });
  const printed: PrintedTags = new Map();
  let order = 0;
  const walk = (element: PDFDict, number: number, part: Item[], around?: number, inside?: SpecialTag): void => {
    const name = nameOf(element.get(names.Alt));
    if (name === 'repeated') return;
    let [own, items] = [number, part];
    let tag: Item | undefined;
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
        else if (at !== undefined && id instanceof PDFNumber && !value.has(names.Stm))
          items.push({ kind: 'content', page: at, id: id.asNumber(), order: order++, special });
      }
    }
    if (tag) tag.page = items.find((item) => item.page !== undefined)?.page;
  };
  const root: Item[] = [];
  printed.set(0, [root]);
  const top = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(names.K);
  for (const kid of top instanceof PDFArray ? top.asArray() : [top]) {
    const element = context.lookup(kid);
    if (element instanceof PDFDict) walk(element, 0, root);
  }
  return printed;
}

/** What was printed on the first pages, so many of them. */
export function tagsOnFirst(count: number, printed: PrintedTags): PrintedTags {
  const isThere = ({ page = 0 }: Item) => page < count;
  return new Map([...printed].map(([number, parts]) => [number, parts.map((part) => part.filter(isThere))]));
}

/** What a browser’s tag is called. Names of ours have no signs that are written otherwise. */
function nameOf(alt: PDFObject | undefined): number | SpecialTag | undefined {
  if (alt instanceof PDFString) return planned(alt.asString());
  return alt instanceof PDFHexString ? planned(alt.decodeText()) : undefined;
}

const names = {
  Alt: PDFName.of('Alt'),
  K: PDFName.of('K'),
  MCID: PDFName.of('MCID'),
  Obj: PDFName.of('Obj'),
  Pg: PDFName.of('Pg'),
  S: PDFName.of('S'),
  Stm: PDFName.of('Stm'),
};
