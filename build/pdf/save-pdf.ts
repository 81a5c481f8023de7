import {
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { stealDeflateJobs } from '../pdf-reading/file/deflate.ts';
import { PendingStream, streamOf } from '../pdf-reading/file/streams.ts';
import { reachable } from './reachable.ts';

/** The number of objects in one object stream. */
const maxObjectsPerStream = 200;

/**
 * Writes all of a PDF that can be reached: streams separately, all other objects compressed in object streams (ISO
 * 32000-1, 7.5.7), and a cross-reference stream (7.5.8). The same objects give the same bytes on every machine. The
 * library’s own writer takes time proportional to the square of the number of objects.
 */
export async function savePdf(document: PDFDocument): Promise<Uint8Array> {
  const { context } = document;
  const places = new Map<number, readonly [type: 1 | 2, where: number, index: number]>();
  const objects = reachable(document);
  let next = Math.max(0, objects.at(-1)?.[0].objectNumber ?? 0) + 1;
  const streams: [number, PDFStream][] = [];
  const others: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of objects) {
    if (object instanceof PDFStream) streams.push([ref.objectNumber, compressed(document, object)]);
    else others.push([ref, object]);
  }
  for (let i = 0; i < others.length; i += maxObjectsPerStream) {
    const some = others.slice(i, i + maxObjectsPerStream);
    some.forEach(([{ objectNumber }], index) => {
      places.set(objectNumber, [2, next, index]);
    });
    streams.push([next++, objectStream(document, some)]);
  }
  stealDeflateJobs();

  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const writeStream = async (number: number, stream: PDFStream) => {
    const data = stream instanceof PendingStream ? await stream.contents : stream.getContents();
    stream.dict.set(PDFName.Length, context.obj(data.length));
    places.set(number, [1, length, 0]);
    write(latin1(`${number} 0 obj\n${stream.dict}\nstream\n`));
    write(data);
    write(latin1('\nendstream\nendobj\n'));
  };

  // Four bytes that are not ASCII show that the file is not text (7.5.2).
  write(latin1(`${context.header}\n%\xe2\xe3\xcf\xd3\n`));
  for (const [number, stream] of streams) await writeStream(number, stream);
  const start = length;
  const trailer = context.obj({ Type: 'XRef', Size: next + 1, W: [1, 4, 2] });
  for (const [name, value] of Object.entries({ Root: context.trailerInfo.Root, Info: context.trailerInfo.Info }))
    if (value) trailer.set(PDFName.of(name), value);
  if (context.trailerInfo.ID instanceof PDFArray) trailer.set(PDFName.of('ID'), context.trailerInfo.ID);
  places.set(next, [1, start, 0]);
  await writeStream(next, streamOf(context, entries(places, next + 1), trailer));
  write(latin1(`startxref\n${start}\n%%EOF\n`));

  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/**
 * Compresses a stream that earlier passes left uncompressed. Metadata stay uncompressed for programs that cannot read
 * PDF.
 */
function compressed({ context }: PDFDocument, stream: PDFStream): PDFStream {
  const isPlain = stream instanceof PDFRawStream && !stream.dict.has(PDFName.of('Filter'));
  if (!isPlain || stream.dict.get(PDFName.Type) === PDFName.of('Metadata')) return stream;
  return streamOf(context, stream.contents, stream.dict);
}

/** An object stream: the numbers and offsets of the objects, then the objects. */
function objectStream({ context }: PDFDocument, some: readonly [PDFRef, PDFObject][]): PDFStream {
  let at = 0;
  let head = '';
  let body = '';
  for (const [{ objectNumber }, object] of some) {
    const text = `${object}\n`;
    head += `${head && ' '}${objectNumber} ${at}`;
    body += text;
    at += text.length;
  }
  head += '\n';
  return streamOf(context, latin1(head + body), { Type: 'ObjStm', N: some.length, First: head.length });
}

/** The cross-reference table, with seven bytes for each object; a number without an object is free. */
function entries(places: ReadonlyMap<number, readonly [number, number, number]>, size: number): Uint8Array {
  const data = Buffer.alloc(size * 7);
  for (let number = 0; number < size; number++) {
    const [type, where, index] = places.get(number) ?? [0, 0, number === 0 ? 65_535 : 0];
    data.writeUInt8(type, number * 7);
    data.writeUInt32BE(where, number * 7 + 1);
    data.writeUInt16BE(index, number * 7 + 5);
  }
  return data;
}

/** Encodes the text of objects, which has one byte for each character. */
function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
