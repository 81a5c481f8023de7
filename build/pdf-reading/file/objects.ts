import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/*
 * Reads objects of a PDF that may be broken: a value that is not of the expected type gives undefined, never an
 * exception. The clauses, which know what a fault means, find it.
 */

/** Returns the value under a key; a reference is followed. */
export function valueAt(holder: PDFDict | undefined, key: string): PDFObject | undefined {
  return holder?.lookup(nameOf(key));
}

/** Making a name takes longer than looking up its value; there are few keys, and they are used again and again. */
const names = new Map<string, PDFName>();

function nameOf(key: string): PDFName {
  const known = names.get(key) ?? PDFName.of(key);
  // Names that only one file uses are not kept.
  if (names.size < 1000) names.set(key, known);
  return known;
}

export function dictAt(holder: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(valueAt(holder, key));
}

export function nameAt(holder: PDFDict | undefined, key: string): string | undefined {
  return asName(valueAt(holder, key));
}

export function numberAt(holder: PDFDict | undefined, key: string): number | undefined {
  return asNumber(valueAt(holder, key));
}

export function textAt(holder: PDFDict | undefined, key: string): string | undefined {
  return asText(valueAt(holder, key));
}

export function trueAt(holder: PDFDict | undefined, key: string): boolean {
  return valueAt(holder, key) === PDFBool.True;
}

/**
 * Returns the items of the array under a key, references followed; a value that is not an array counts as an array of
 * one.
 */
export function itemsAt(holder: PDFDict | undefined, key: string): (PDFObject | undefined)[] {
  const value = valueAt(holder, key);
  return value instanceof PDFArray ? itemsOf(value) : value ? [value] : [];
}

/** Returns the numbers of the array under a key; undefined if there is no array of `count` numbers. */
export function numbersAt(holder: PDFDict | undefined, key: string, count: number): number[] | undefined {
  const items = itemsAt(holder, key).map(asNumber);
  return items.length === count && items.every((item) => item !== undefined) ? (items as number[]) : undefined;
}

/** Returns the reference under a key; undefined if the value is written in place. */
export function refAt(holder: PDFDict | undefined, key: string): PDFRef | undefined {
  const value = holder?.get(nameOf(key));
  return value instanceof PDFRef ? value : undefined;
}

/** Returns a dictionary, or the dictionary of a stream. */
export function asDict(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFStream ? value.dict : undefined;
}

export function asName(value: PDFObject | undefined): string | undefined {
  if (!(value instanceof PDFName)) return undefined;
  // Few names have characters written by their codes, and looking for them takes long.
  const written = value.asString();
  return written.includes('#') ? value.decodeText() : written.slice(1);
}

export function asNumber(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function asText(value: PDFObject | undefined): string | undefined {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return undefined;
  try {
    return value.decodeText();
  } catch {
    return undefined;
  }
}

export function itemsOf(array: PDFArray): (PDFObject | undefined)[] {
  return array.asArray().map((_, i) => array.lookup(i));
}

/** Returns the names of a dictionary’s keys. */
export function keysOf(dict: PDFDict | undefined): string[] {
  return dict ? dict.keys().map((key) => key.decodeText()) : [];
}
