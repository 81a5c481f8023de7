import { inflateSync } from 'node:zlib';
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { indirectReader } from './read-indirect.ts';
import { objectReader } from './read-object.ts';
import { hasWord, parseNumber, unexpectedAt } from './syntax.ts';

/** The positions of a file’s objects (ISO 32000-1, 7.5.4 and 7.5.8). */
export interface CrossReferenceTable {
  /** By object number: the byte where the object begins; 0 if it does not exist, or is in an object stream. */
  places: Float64Array;
  /** For objects in an object stream: the number of that stream, and the object’s index in it. */
  packed: Map<number, { stream: number; index: number }>;
  /** The trailer, whose `Root` and `Info` are references. */
  trailer: PDFDict;
}

/**
 * Reads the cross-references of a PDF without incremental updates: a table, as Chrome writes, or a stream, as our own
 * passes write. The trailer is created in `context`. Throws an Error for a file that is encrypted, was updated, or is
 * not a PDF.
 */
export function readCrossReferenceTable(bytes: Buffer, context: PDFContext): CrossReferenceTable {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 100), bytes.length);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(start < bytes.length)) throw unexpectedAt(bytes, bytes.length - 20, 'startxref, a place, and %%EOF');
  const read = hasWord(bytes, start, 'xref') ? readTable : readStream;
  const references = read(bytes, start, context);
  for (const key of ['Prev', 'XRefStm', 'Encrypt'])
    if (references.trailer.has(PDFName.of(key)))
      throw new Error(`The PDF has ${key} in its trailer, which is not read`);
  return references;
}

/**
 * Reads a table: a line of 20 bytes for each object, from 0, with its position, its generation, and whether it is in
 * use.
 */
function readTable(bytes: Buffer, start: number, context: PDFContext): CrossReferenceTable {
  const [head = '', count] = /^xref\s+0 (\d+)\s+/.exec(bytes.toString('latin1', start, start + 40)) ?? [];
  if (count === undefined) throw unexpectedAt(bytes, start, 'a table of all objects');
  const places = new Float64Array(Number(count));
  let at = start + head.length;
  for (let number = 0; number < places.length; number++, at += 20) {
    if (bytes[at + 17] === 0x6e) places[number] = parseNumber(bytes, at, at + 10);
    else if (bytes[at + 17] !== 0x66) throw unexpectedAt(bytes, at, 'a line of a table of objects');
  }
  const trailer = hasWord(bytes, at, 'trailer') ? objectReader(bytes, context).object(at + 7) : undefined;
  if (!(trailer instanceof PDFDict)) throw unexpectedAt(bytes, at, 'a trailer');
  return { places, packed: new Map(), trailer };
}

/** Reads a stream: for each object its kind; its position, or its object stream; its generation, or its index there. */
function readStream(bytes: Buffer, start: number, context: PDFContext): CrossReferenceTable {
  const number = Number(/^\d+/.exec(bytes.toString('latin1', start, start + 20))?.[0] ?? Number.NaN);
  const stream = indirectReader(bytes, context)(start, number);
  const widths = stream instanceof PDFRawStream ? stream.dict.lookup(PDFName.of('W')) : undefined;
  if (!(stream instanceof PDFRawStream) || !(widths instanceof PDFArray) || stream.dict.has(PDFName.of('Index')))
    throw unexpectedAt(bytes, start, 'a table of objects');
  const [kind = 0, where = 0, index = 0] = widths.asArray().map((width) => (width as PDFNumber).asNumber());
  const data = inflateSync(stream.contents);
  const row = kind + where + index;
  const places = new Float64Array(data.length / row);
  const packed: CrossReferenceTable['packed'] = new Map();
  for (let object = 0, at = 0; object < places.length; object++, at += row) {
    const field = data.readUIntBE(at + kind, where);
    const type = data.readUIntBE(at, kind);
    if (type === 1) places[object] = field;
    else if (type === 2) packed.set(object, { stream: field, index: data.readUIntBE(at + kind + where, index) });
  }
  return { places, packed, trailer: stream.dict };
}
