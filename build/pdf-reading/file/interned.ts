import { PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';

/*
 * Names, references and whole numbers are immutable, and a PDF repeats a few of them often: each is made once, and then
 * looked up by its bytes or its value.
 */

const names = new Map<number, PDFName>();
const refs: PDFRef[] = [];
const numbers: PDFNumber[] = [];
/** Larger numbers seldom occur twice. */
const maxInterned = 10_000;

/** Returns the name whose characters are between two positions, without its slash. */
export function internName(bytes: Buffer, from: number, to: number): PDFName {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  const known = names.get(hash);
  if (known && isWritten(known.asString(), bytes, from, to)) return known;
  const name = PDFName.of(bytes.toString('latin1', from, to).replace(/#[\da-f]{2}/gi, (code) => code.toUpperCase()));
  names.set(hash, name);
  return name;
}

function isWritten(name: string, bytes: Buffer, from: number, to: number): boolean {
  if (name.length !== to - from + 1) return false;
  for (let at = from; at < to; at++) if (name.charCodeAt(at - from + 1) !== bytes[at]) return false;
  return true;
}

/** Returns the reference to an object of the first generation. Chrome writes no others. */
export function internRef(number: number): PDFRef {
  const known = refs[number];
  if (known) return known;
  const ref = PDFRef.of(number);
  refs[number] = ref;
  return ref;
}

export function internNumber(value: number): PDFNumber {
  const isKnown = value >= 0 && value < maxInterned && Number.isInteger(value) && !Object.is(value, -0);
  if (!isKnown) return PDFNumber.of(value);
  const known = numbers[value];
  if (known) return known;
  const number = PDFNumber.of(value);
  numbers[value] = number;
  return number;
}
