import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { dictAt, valueAt } from '../pdf-reading/file/objects.ts';

/** The longest text of a comment that is read; what is longer was not written by hand. */
const maxLength = 20_000;

/**
 * The text under a key of an annotation: UTF-16 of either order, UTF-8, or the encoding of PDF (ISO 32000-1, 7.9.2.2).
 * Line ends are one sign, signs that a terminal obeys are left out.
 */
export function annotationText(dict: PDFDict | undefined, key: string): string {
  const value = valueAt(dict, key);
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return '';
  return plain(decoded(value));
}

function decoded(value: PDFString | PDFHexString): string {
  const bytes = value.asBytes().subarray(0, 4 * maxLength);
  // The standard knows only one order; some programs write the other.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(bytes.subarray(2)).toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return Buffer.from(bytes.subarray(3)).toString('utf8');
  try {
    return value.decodeText();
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function plain(text: string): string {
  return (
    text
      .slice(0, maxLength)
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are left out.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .trim()
  );
}

/** The text of a comment: its contents, else those of its rich text, else those of its window (Popup). */
export function textOfComment(dict: PDFDict): string {
  const own = annotationText(dict, 'Contents');
  if (own) return own;
  const rich = annotationText(dict, 'RC')
    .replace(/<\/p>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/g, '&')
    .trim();
  return rich || annotationText(dictAt(dict, 'Popup'), 'Contents');
}
