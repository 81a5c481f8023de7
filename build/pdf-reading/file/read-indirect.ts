import { type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { objectReader } from './read-object.ts';
import { hasWord, nextToken, unexpectedAt } from './syntax.ts';

/** A function that reads an indirect object from the position where it begins in the file: `12 0 obj`. */
export type IndirectReader = (from: number, number: number) => PDFObject;

/**
 * Returns a reader of a file’s indirect objects (ISO 32000-1, 7.3.10). The data of a stream are a view of the bytes.
 * The reader throws an Error if another object, or none, begins at the position.
 */
export function indirectReader(bytes: Buffer, context: PDFContext): IndirectReader {
  const { object, end } = objectReader(bytes, context);

  function readStream(dict: PDFDict, from: number): PDFRawStream {
    const data = from + (bytes[from] === 13 ? 2 : 1);
    const length = dict.lookup(PDFName.Length);
    const after = length instanceof PDFNumber ? data + length.asNumber() : Number.NaN;
    if (!(after >= data) || !hasWord(bytes, nextToken(bytes, after), 'endstream'))
      throw unexpectedAt(bytes, from, 'a stream of the length that it says');
    return PDFRawStream.of(dict, bytes.subarray(data, after));
  }

  return (from, number) => {
    const head = `${number} 0 obj`;
    if (!hasWord(bytes, from, head)) throw unexpectedAt(bytes, from, head);
    const read = object(from + head.length);
    if (!(read instanceof PDFDict)) return read;
    const next = nextToken(bytes, end());
    return hasWord(bytes, next, 'stream') ? readStream(read, next + 'stream'.length) : read;
  };
}
