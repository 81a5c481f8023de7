import {
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { reachable } from './reachable.ts';
import { streamOf } from './streams.ts';

/** How many objects go into one object stream. */
const most = 200;

/**
 * Writes all of a PDF that can be reached: streams by themselves, all other objects compressed in object streams (ISO 32000-1, 7.5.7), and a cross-reference stream (7.5.8). The same objects give the same bytes, on
 * every machine. The library’s own writing takes time by the square of the number of objects.
 */
export function savePdf(document: PDFDocument): Uint8Array {
  const { context } = document;
  const places = new Map<number, readonly [type: 1 | 2, where: number, index: number]>();
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const writeObject = (number: number, object: PDFObject) => {
    places.set(number, [1, length, 0]);
    write(ascii(`${number} 0 obj\n`));
    write(bytesOf(object));
    write(ascii('\nendobj\n'));
  };

  // Four bytes that are not ASCII tell that the file is not text (7.5.2).
  write(Buffer.from(`${context.header}\n%\xe2\xe3\xcf\xd3\n`, 'latin1'));
  const objects = reachable(document);
  let next = Math.max(0, ...objects.map(([{ objectNumber }]) => objectNumber)) + 1;
  for (const [{ objectNumber }, object] of objects)
    if (object instanceof PDFStream) writeObject(objectNumber, compressed(document, object));
  const others = objects.filter(([, object]) => !(object instanceof PDFStream));
  for (let i = 0; i < others.length; i += most) {
    const some = others.slice(i, i + most);
    some.forEach(([{ objectNumber }], index) => {
      places.set(objectNumber, [2, next, index]);
    });
    writeObject(next++, objectStream(document, some));
  }
  const start = length;
  const trailer = context.obj({ Type: 'XRef', Size: next + 1, W: [1, 4, 2] });
  for (const [name, value] of Object.entries({ Root: context.trailerInfo.Root, Info: context.trailerInfo.Info }))
    if (value) trailer.set(PDFName.of(name), value);
  if (context.trailerInfo.ID instanceof PDFArray) trailer.set(PDFName.of('ID'), context.trailerInfo.ID);
  places.set(next, [1, start, 0]);
  writeObject(next, streamOf(context, entries(places, next + 1), trailer));
  write(ascii(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** What passes left uncompressed for the next one, compressed; metadata are read by programs that know nothing of PDF, and stay in plain text. */
function compressed({ context }: PDFDocument, stream: PDFStream): PDFStream {
  const isPlain = stream instanceof PDFRawStream && !stream.dict.has(PDFName.of('Filter'));
  if (!isPlain || stream.dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) return stream;
  return streamOf(context, stream.contents, stream.dict);
}

function objectStream({ context }: PDFDocument, some: readonly [PDFRef, PDFObject][]): PDFStream {
  const contents = some.map(([, object]) => bytesOf(object));
  let at = 0;
  const head = some.map(([{ objectNumber }], i) => {
    const place = `${objectNumber} ${at}`;
    at += (contents[i]?.length ?? 0) + 1;
    return place;
  });
  const numbers = ascii(`${head.join(' ')}\n`);
  const newline = ascii('\n');
  const data = Buffer.concat([numbers, ...contents.flatMap((bytes) => [bytes, newline])]);
  return streamOf(context, data, { Type: 'ObjStm', N: some.length, First: numbers.length });
}

/** The table of places, seven bytes for each object; a number without an object is free. */
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

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
