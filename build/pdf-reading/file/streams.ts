import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { deflate } from './deflate.ts';
import type { Level } from './deflate-thread.ts';

/** The data of a stream, decoded. Chrome compresses by Flate or not at all; throws an Error for another filter. */
export function dataOf(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  if (names.length === 0) return stream.contents;
  if (names.length === 1 && names[0] === '/FlateDecode' && !stream.dict.has(PDFName.of('DecodeParms')))
    return inflateSync(stream.contents);
  throw new Error(`A stream is compressed by ${names.join(', ')}`);
}

/** A stream whose data are being compressed in another thread: nobody can read it before the document is written. */
export class StreamAside extends PDFStream {
  readonly contents: Promise<Uint8Array>;

  constructor(dict: PDFDict, contents: Promise<Uint8Array>) {
    super(dict);
    this.contents = contents;
  }

  override clone(context?: PDFContext): StreamAside {
    return new StreamAside(this.dict.clone(context), this.contents);
  }
}

/**
 * A stream of data, compressed. `entries` are those of its dictionary beside `Filter` and `Length`, or a dictionary whose entries are taken over. It is not for passes that come
 * after.
 */
export function streamOf(
  context: PDFContext,
  data: Uint8Array,
  entries: PDFDict | Record<string, unknown> = {},
  level: Level = 6,
): PDFRawStream | StreamAside {
  const dict =
    entries instanceof PDFDict ? entries.clone(context) : (context.obj(entries as never) as unknown as PDFDict);
  for (const name of ['DecodeParms', 'DL']) dict.delete(PDFName.of(name));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.Length, context.obj(data.length));
  const contents = deflate(data, level);
  return contents instanceof Promise ? new StreamAside(dict, contents) : PDFRawStream.of(dict, contents);
}

/** A content stream with the reference under which it can be replaced. */
export interface Content {
  ref: PDFRef;
  stream: PDFRawStream;
}

/** The content stream of a page; Chrome writes one for each. Throws an Error for a page with another number. */
export function contentOf(page: PDFPage): Content {
  const ref = contentRef(page);
  const stream = page.doc.context.lookup(ref);
  if (stream instanceof PDFRawStream) return { ref, stream };
  throw new Error('A page of the browser’s PDF has not just one content stream');
}

/** Where a page’s content stream is: it is not looked up. Throws as contentOf does. */
export function contentRef(page: PDFPage): PDFRef {
  const contents = page.node.get(PDFName.of('Contents'));
  const ref = contents instanceof PDFArray && contents.size() === 1 ? contents.get(0) : contents;
  if (ref instanceof PDFRef) return ref;
  throw new Error('A page of the browser’s PDF has not just one content stream');
}

/** A stream with other data, not compressed: the next pass can read them. */
export function withData(stream: PDFRawStream, data: Uint8Array): PDFRawStream {
  const dict = stream.dict.clone();
  for (const name of ['Filter', 'DecodeParms', 'DL']) dict.delete(PDFName.of(name));
  dict.set(PDFName.Length, PDFNumber.of(data.length));
  return PDFRawStream.of(dict, data);
}

/** Puts other data into the place of a content stream, whose dictionary stays: for the last time, for they are being compressed while other passes go on. */
export function finishContent({ context }: PDFDocument, { ref, stream }: Content, data: Uint8Array): void {
  context.assign(ref, streamOf(context, data, withData(stream, data).dict));
}
