import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { maxDecodedBytes } from './limits.ts';
import { asDict, asName, itemsAt, numberAt } from './objects.ts';
import { Unreadable } from './unreadable.ts';

/** Returns the names of a stream’s filters, in the order in which they are undone. */
export function filtersOf(dict: PDFDict): string[] {
  return itemsAt(dict, 'Filter').map((filter) => asName(filter) ?? '');
}

/**
 * Decodes the data of a stream from any producer. Of a picture, the filters that encode pictures (`DCTDecode` and the
 * like) are not undone, and are returned in `left`. Throws {@link Unreadable} if the data cannot be decoded, or are too
 * large.
 */
export function decodeStream(stream: PDFRawStream): { data: Uint8Array; left: string[] } {
  const filters = filtersOf(stream.dict);
  const parameters = itemsAt(stream.dict, 'DecodeParms');
  let data = stream.getContents();
  for (const [i, filter] of filters.entries()) {
    if (/^(DCT|JPX|JBIG2|CCITTFax)Decode$/.test(filter)) return { data, left: filters.slice(i) };
    data = undoFilter(filter, data, asDict(parameters[i]), stream);
  }
  return { data, left: [] };
}

function undoFilter(
  filter: string,
  data: Uint8Array,
  parameters: PDFDict | undefined,
  stream: PDFRawStream,
): Uint8Array {
  if (filter === 'FlateDecode' || filter === 'Fl') return undoPredictor(inflate(data), parameters);
  if (filter === 'Crypt') throw new Unreadable('A stream is encrypted', 'a PDF without a password', 'pdf-unlocked');
  // LZW and run-length data grow a thousandfold at most.
  if (data.length > maxDecodedBytes / 2048) throw new Unreadable(`A stream under ${filter} is too long to be decoded`);
  try {
    const dict = PDFDict.withContext(stream.dict.context);
    dict.set(PDFName.of('Filter'), PDFName.of(filter));
    if (parameters) dict.set(PDFName.of('DecodeParms'), parameters);
    return undoPredictor(decodePDFRawStream(PDFRawStream.of(dict, data)).decode(), parameters);
  } catch {
    throw new Unreadable(`A stream cannot be decoded by ${filter || 'a filter without a name'}`);
  }
}

/** Undoes zlib’s compression. Throws {@link Unreadable} if the data are damaged or too large. */
export function inflate(data: Uint8Array): Uint8Array {
  try {
    // Some programs leave out the checksum at the end.
    return inflateSync(data, { maxOutputLength: maxDecodedBytes, finishFlush: 2 });
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(
      large ? `A stream comes to more than ${maxDecodedBytes / 2 ** 20} MB` : 'A stream’s data are damaged',
    );
  }
}

/**
 * Undoes the prediction of samples from their neighbours (ISO 32000-1, 7.4.4.4): TIFF’s for 8 bits a sample, and PNG’s.
 */
function undoPredictor(data: Uint8Array, parameters: PDFDict | undefined): Uint8Array {
  const predictor = numberAt(parameters, 'Predictor') ?? 1;
  if (predictor < 2) return data;
  const bits = numberAt(parameters, 'BitsPerComponent') ?? 8;
  const colors = numberAt(parameters, 'Colors') ?? 1;
  const width = Math.ceil((colors * bits * (numberAt(parameters, 'Columns') ?? 1)) / 8);
  const step = Math.max(1, Math.ceil((colors * bits) / 8));
  if (!(width > 0 && width < maxDecodedBytes)) throw new Unreadable('A stream has rows of no length');
  if (predictor === 2) {
    const out = data.slice();
    for (let row = 0; row < out.length; row += width)
      for (let i = row + step; i < Math.min(row + width, out.length); i++)
        out[i] = (out[i] as number) + (out[i - step] as number);
    return out;
  }
  const rows = Math.ceil(data.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) unpredictRow(data, row * (width + 1), out, row * width, width, step);
  return out;
}

function unpredictRow(from: Uint8Array, at: number, to: Uint8Array, start: number, width: number, step: number): void {
  const kind = from[at] ?? 0;
  for (let i = 0; i < width; i++) {
    const left = i >= step ? (to[start + i - step] as number) : 0;
    const up = start > 0 ? (to[start + i - width] as number) : 0;
    const corner = i >= step && start > 0 ? (to[start + i - width - step] as number) : 0;
    const guess =
      kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
    to[start + i] = (from[at + 1 + i] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/**
 * Returns the decoded data of a stream that is not a picture, or of a page’s array of streams, joined. Empty if there
 * is none.
 */
export function contentData(value: unknown): Uint8Array {
  if (value instanceof PDFRawStream) return decodeStream(value).data;
  if (!(value instanceof PDFArray)) return new Uint8Array();
  const parts = value.asArray().map((_, i) => contentData(value.lookup(i)));
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
}
