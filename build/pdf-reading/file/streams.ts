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
import type { CompressionLevel } from './deflate-thread.ts';

/**
 * Returns the decoded data of a stream that Chrome or our own passes wrote, by Flate or uncompressed. Throws an Error
 * for another filter.
 */
export function ownStreamData(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  if (names.length === 0) return stream.contents;
  if (names.length === 1 && names[0] === '/FlateDecode' && !stream.dict.has(PDFName.of('DecodeParms')))
    return inflateSync(stream.contents);
  throw new Error(`A stream is compressed by ${names.join(', ')}`);
}

/** A stream whose data another thread is compressing: they cannot be read before the document is written. */
export class PendingStream extends PDFStream {
  readonly contents: Promise<Uint8Array>;

  constructor(dict: PDFDict, contents: Promise<Uint8Array>) {
    super(dict);
    this.contents = contents;
  }

  override clone(context?: PDFContext): PendingStream {
    return new PendingStream(this.dict.clone(context), this.contents);
  }
}

/**
 * Creates a compressed stream. `entries` are those of its dictionary, without `Filter` and `Length`, or a dictionary to
 * copy. Later passes may be unable to read it, since its data may be pending.
 */
export function streamOf(
  context: PDFContext,
  data: Uint8Array,
  entries: PDFDict | Record<string, unknown> = {},
  level: CompressionLevel = 6,
): PDFRawStream | PendingStream {
  const dict =
    entries instanceof PDFDict ? entries.clone(context) : (context.obj(entries as never) as unknown as PDFDict);
  for (const name of ['DecodeParms', 'DL']) dict.delete(PDFName.of(name));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.Length, context.obj(data.length));
  const contents = deflate(data, level);
  return contents instanceof Promise ? new PendingStream(dict, contents) : PDFRawStream.of(dict, contents);
}

/** A page’s or form’s content stream, and the reference by which it can be replaced. */
export interface ContentStream {
  ref: PDFRef;
  stream: PDFRawStream;
}

/** Returns the content stream of a page; Chrome writes exactly one. Throws an Error for a page with another number. */
export function contentStreamOf(page: PDFPage): ContentStream {
  const ref = contentStreamRef(page);
  const stream = page.doc.context.lookup(ref);
  if (stream instanceof PDFRawStream) return { ref, stream };
  throw new Error('A page of the browser’s PDF has not just one content stream');
}

/** Returns the reference to a page’s content stream, without looking it up. Throws as {@link contentStreamOf} does. */
export function contentStreamRef(page: PDFPage): PDFRef {
  const contents = page.node.get(PDFName.of('Contents'));
  const ref = contents instanceof PDFArray && contents.size() === 1 ? contents.get(0) : contents;
  if (ref instanceof PDFRef) return ref;
  throw new Error('A page of the browser’s PDF has not just one content stream');
}

/** Returns a copy of a stream with other data, not compressed, so that later passes can read them. */
export function withData(stream: PDFRawStream, data: Uint8Array): PDFRawStream {
  const dict = stream.dict.clone();
  for (const name of ['Filter', 'DecodeParms', 'DL']) dict.delete(PDFName.of(name));
  dict.set(PDFName.Length, PDFNumber.of(data.length));
  return PDFRawStream.of(dict, data);
}

/** Replaces the data of a content stream for the last time: they are being compressed while other passes go on. */
export function replaceContent({ context }: PDFDocument, { ref, stream }: ContentStream, data: Uint8Array): void {
  context.assign(ref, streamOf(context, data, withData(stream, data).dict));
}
