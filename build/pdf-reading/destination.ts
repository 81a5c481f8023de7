import { PDFArray, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { asDict, asName, asText, dictAt, valueAt } from './file/objects.ts';
import { follow, treeEntries } from './file/trees.ts';
import type { Pdf } from './read-pdf.ts';

/** Returns a function that is true if a destination, an array or a name, is a page of a file (ISO 32000-1, 12.3.2). */
export function destinationTest(pdf: Pdf): (destination: PDFObject) => boolean {
  const names = namesIn(pdf);
  const pages = new Set(pdf.pages.map(({ dict }) => dict));
  return (destination) => {
    const name = asText(destination) ?? asName(destination);
    let target = name === undefined ? destination : names.get(name);
    if (target && !(target instanceof PDFArray)) target = valueAt(asDict(target), 'D');
    if (!(target instanceof PDFArray) || target.size() === 0) return false;
    const page = target.get(0);
    const dict = page instanceof PDFRef ? asDict(pdf.context.lookup(page)) : undefined;
    return dict !== undefined && pages.has(dict);
  };
}

function namesIn(pdf: Pdf): Map<string, PDFObject | undefined> {
  const names = new Map<string, PDFObject | undefined>();
  const old = dictAt(pdf.catalog, 'Dests');
  for (const key of old?.keys() ?? []) names.set(key.decodeText(), old?.lookup(key));
  for (const [key, value] of treeEntries(dictAt(dictAt(pdf.catalog, 'Names'), 'Dests'), 'Names')) {
    const name = asText(key) ?? (key instanceof PDFName ? key.decodeText() : undefined);
    if (name !== undefined) names.set(name, follow(pdf.catalog, value));
  }
  return names;
}
