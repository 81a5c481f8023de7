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
 * Reads the objects of a PDF that may be broken: what is not of the type that is asked for is undefined, never an exception. A file’s faults are found by
 * the clauses, which know what they mean.
 */

/** The value under a key, with a reference followed. */
export function valueAt(holder: PDFDict | undefined, key: string): PDFObject | undefined {
  return holder?.lookup(nameOf(key));
}

/** To make a name of a key takes longer than to find what it stands for; there are few, and they are asked for again and again. */
const names = new Map<string, PDFName>();

function nameOf(key: string): PDFName {
  const known = names.get(key) ?? PDFName.of(key);
  // Names that a file thinks up are not kept.
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

/** The items of the array under a key, references followed; one thing that is no array counts as an array of it. */
export function itemsAt(holder: PDFDict | undefined, key: string): (PDFObject | undefined)[] {
  const value = valueAt(holder, key);
  return value instanceof PDFArray ? itemsOf(value) : value ? [value] : [];
}

/** The numbers of the array under a key; undefined where there is no array of as many. */
export function numbersAt(holder: PDFDict | undefined, key: string, count: number): number[] | undefined {
  const items = itemsAt(holder, key).map(asNumber);
  return items.length === count && items.every((item) => item !== undefined) ? (items as number[]) : undefined;
}

/** The reference under a key, where the value stands elsewhere in the file. */
export function refAt(holder: PDFDict | undefined, key: string): PDFRef | undefined {
  const value = holder?.get(nameOf(key));
  return value instanceof PDFRef ? value : undefined;
}

/** A dictionary, or that of a stream. */
export function asDict(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  return value instanceof PDFStream ? value.dict : undefined;
}

export function asName(value: PDFObject | undefined): string | undefined {
  if (!(value instanceof PDFName)) return undefined;
  // Hardly a name has signs that are written by their numbers, and to look for them takes long.
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

/** The names of a dictionary’s keys. */
export function keysOf(dict: PDFDict | undefined): string[] {
  return dict ? dict.keys().map((key) => key.decodeText()) : [];
}
