import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';

/** The data of a stream, decoded. Chrome compresses by Flate or not at all; throws an Error for another filter. */
export function dataOf(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  if (names.length === 0) return stream.contents;
  if (names.length === 1 && names[0] === '/FlateDecode' && !stream.dict.has(PDFName.of('DecodeParms')))
    return inflateSync(stream.contents);
  throw new Error(`A stream is compressed by ${names.join(', ')}`);
}

/**
 * A stream of data, compressed. Not by Node’s zlib, which compresses otherwise on other machines. `entries` are those of its dictionary beside `Filter` and
 * `Length`, or a dictionary whose entries are taken over; `level` is how hard to try: of photographs, 3 leaves a hundredth more than 6 in a third of the time.
 */
export function streamOf(
  context: PDFContext,
  data: Uint8Array,
  entries: PDFDict | Record<string, unknown> = {},
  level: 3 | 6 = 6,
): PDFRawStream {
  const contents = zlibSync(data, { level });
  const dict =
    entries instanceof PDFDict ? entries.clone(context) : (context.obj(entries as never) as unknown as PDFDict);
  for (const name of ['DecodeParms', 'DL']) dict.delete(PDFName.of(name));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), context.obj(contents.length));
  return PDFRawStream.of(dict, contents);
}

/** A content stream with the reference under which it can be replaced. */
export interface Content {
  ref: PDFRef;
  stream: PDFRawStream;
}

/** The content stream of a page; Chrome writes one for each. Throws an Error for a page with another number. */
export function contentOf(page: PDFPage): Content {
  const contents = page.node.get(PDFName.of('Contents'));
  const ref = contents instanceof PDFArray && contents.size() === 1 ? contents.get(0) : contents;
  const stream = page.doc.context.lookup(ref);
  if (ref instanceof PDFRef && stream instanceof PDFRawStream) return { ref, stream };
  throw new Error('A page of the browser’s PDF has not just one content stream');
}

/** Puts other data into the place of a content stream, whose dictionary stays. They are compressed when the document is written. */
export function replaceContent({ context }: PDFDocument, { ref, stream }: Content, data: Uint8Array): void {
  const dict = stream.dict.clone(context);
  for (const name of ['Filter', 'DecodeParms', 'DL']) dict.delete(PDFName.of(name));
  dict.set(PDFName.of('Length'), context.obj(data.length));
  context.assign(ref, PDFRawStream.of(dict, data));
}
