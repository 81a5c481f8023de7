import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { planned, type SpecialTag } from './plan.ts';

/** What stands in a tag: marked content of a page or a form, a link, or another tag. */
export type Item =
  | { kind: 'content'; stream: string; id: number; special?: SpecialTag | undefined }
  | { kind: 'link'; ref: PDFRef }
  | { kind: 'tag'; number: number };

/** What the browser printed of each planned tag, by number: in parts, where page make-up has cut it. */
export type Printed = Map<number, Item[][]>;

/**
 * Reads the browser’s tags, whose names are the numbers of planned ones. What has no number belongs to what it stands in; what is repeated is left out. A stream is
 * named by the reference of its page or form.
 */
export function readTags({ context, catalog }: PDFDocument): Printed {
  const printed: Printed = new Map();
  const text = (value: unknown) =>
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
  const walk = (element: PDFDict, number: number, part: Item[], page: string, around?: SpecialTag): void => {
    const name = planned(text(element.lookup(names.Alt)));
    if (name === 'repeated') return;
    let [own, items] = [number, part];
    if (typeof name === 'number') {
      part.push({ kind: 'tag', number: name });
      own = name;
      items = [];
      const parts = printed.get(name);
      if (parts) parts.push(items);
      else printed.set(name, [items]);
    }
    const at = refOf(element.get(names.Pg)) ?? page;
    const special = typeof name === 'string' ? name : around;
    const kids = element.lookup(names.K);
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [element.get(names.K)]) {
      const value = context.lookup(kid);
      if (value instanceof PDFNumber) {
        items.push({ kind: 'content', stream: at, id: value.asNumber(), special });
      } else if (value instanceof PDFDict) {
        const type = value.lookupMaybe(names.Type, PDFName);
        const object = value.get(names.Obj);
        const id = value.lookup(names.MCID);
        if (type === names.OBJR && object instanceof PDFRef) items.push({ kind: 'link', ref: object });
        else if (type === names.MCR && id instanceof PDFNumber) {
          const stream = refOf(value.get(names.Stm)) ?? refOf(value.get(names.Pg)) ?? at;
          items.push({ kind: 'content', stream, id: id.asNumber(), special });
        } else walk(value, own, items, at, special);
      }
    }
  };
  const root: Item[] = [];
  printed.set(0, [root]);
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const document = tree.lookup(names.K);
  for (const kid of document instanceof PDFArray ? document.asArray() : [document]) {
    const element = context.lookup(kid);
    if (element instanceof PDFDict) walk(element, 0, root, '');
  }
  return printed;
}

function refOf(value: unknown): string | undefined {
  return value instanceof PDFRef ? value.toString() : undefined;
}

const names = Object.fromEntries(
  ['Alt', 'K', 'Pg', 'Type', 'Obj', 'OBJR', 'MCR', 'MCID', 'Stm'].map((name) => [name, PDFName.of(name)]),
) as Record<'Alt' | 'K' | 'Pg' | 'Type' | 'Obj' | 'OBJR' | 'MCR' | 'MCID' | 'Stm', PDFName>;
