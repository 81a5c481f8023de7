import { PDFArray, type PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { asDict, asName, asText, dictAt, valueAt } from './file/objects.ts';
import { entriesOf, follow } from './file/trees.ts';
import type { Pdf } from './read-pdf.ts';

const known = new WeakMap<Pdf, { names: Map<string, PDFObject | undefined>; pages: Set<PDFDict> }>();

/** Whether a destination, written out or by its name, is a page of the file (ISO 32000-1, 12.3.2). */
export function isOnPage(pdf: Pdf, destination: PDFObject): boolean {
  const { names, pages } = known.get(pdf) ?? read(pdf);
  const name = asText(destination) ?? asName(destination);
  let target = name === undefined ? destination : names.get(name);
  if (target && !(target instanceof PDFArray)) target = valueAt(asDict(target), 'D');
  if (!(target instanceof PDFArray) || target.size() === 0) return false;
  const page = target.get(0);
  const dict = page instanceof PDFRef ? asDict(pdf.context.lookup(page)) : undefined;
  return dict !== undefined && pages.has(dict);
}

function read(pdf: Pdf): { names: Map<string, PDFObject | undefined>; pages: Set<PDFDict> } {
  const names = new Map<string, PDFObject | undefined>();
  const old = dictAt(pdf.catalog, 'Dests');
  for (const key of old?.keys() ?? []) names.set(key.decodeText(), old?.lookup(key));
  for (const [key, value] of entriesOf(dictAt(dictAt(pdf.catalog, 'Names'), 'Dests'), 'Names')) {
    const name = asText(key) ?? (key instanceof PDFName ? key.decodeText() : undefined);
    if (name !== undefined) names.set(name, follow(pdf.catalog, value));
  }
  const all = { names, pages: new Set(pdf.pages.map(({ dict }) => dict)) };
  known.set(pdf, all);
  return all;
}
