import { type PDFContext, PDFName, PDFNumber, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { CrossReferenceTable } from './cross-reference-table.ts';
import { internRef } from './interned.ts';
import { type IndirectReader, indirectReader } from './read-indirect.ts';
import { objectReader } from './read-object.ts';
import { ownStreamData } from './streams.ts';

/** Replacements for objects of a file, applied when an object is read. */
export type ObjectChanges = ReadonlyMap<PDFRef, (object: PDFObject) => PDFObject>;

/**
 * The objects of a file, each read when it is first looked up: tags are most of what Chrome writes, and not every
 * edition needs them. Setting and deleting work as in any other map; iterating reads all objects.
 */
export class LazyObjects extends Map<PDFRef, PDFObject> {
  readonly #read: IndirectReader;
  readonly #context: PDFContext;
  readonly #places: Float64Array;
  readonly #packed: CrossReferenceTable['packed'];
  readonly #changes: ObjectChanges;
  readonly #keeps: boolean;
  readonly #opened = new Map<number, ObjectStream>();

  constructor(
    bytes: Buffer,
    context: PDFContext,
    { places, packed }: CrossReferenceTable,
    changes: ObjectChanges,
    keeps: boolean,
  ) {
    super();
    this.#read = indirectReader(bytes, context);
    this.#context = context;
    this.#places = places;
    this.#packed = packed;
    this.#changes = changes;
    this.#keeps = keeps;
  }

  override get(ref: PDFRef): PDFObject | undefined {
    return super.get(ref) ?? this.#take(ref);
  }

  override has(ref: PDFRef): boolean {
    return super.has(ref) || this.#take(ref) !== undefined;
  }

  override set(ref: PDFRef, object: PDFObject): this {
    this.#forget(ref);
    return super.set(ref, object);
  }

  override delete(ref: PDFRef): boolean {
    const isUnread = this.#forget(ref);
    return super.delete(ref) || isUnread;
  }

  override entries(): MapIterator<[PDFRef, PDFObject]> {
    this.#places.forEach((place, number) => {
      if (place > 0) this.get(internRef(number));
    });
    for (const number of [...this.#packed.keys()]) this.get(internRef(number));
    return super.entries();
  }

  /** Reads an object that was not looked up before. */
  #take(ref: PDFRef): PDFObject | undefined {
    const { objectNumber, generationNumber } = ref;
    if (generationNumber !== 0) return undefined;
    const place = this.#places[objectNumber] ?? 0;
    const packed = this.#packed.get(objectNumber);
    const read =
      place > 0
        ? this.#read(place, objectNumber)
        : packed && this.#streamOf(packed.stream).object(packed.index, objectNumber);
    if (!read) return undefined;
    const object = this.#changes.get(ref)?.(read) ?? read;
    if (this.#keeps) this.set(ref, object);
    return object;
  }

  #streamOf(number: number): ObjectStream {
    const opened = this.#opened.get(number) ?? openObjectStream(this.get(internRef(number)), this.#context);
    this.#opened.set(number, opened);
    return opened;
  }

  /** Forgets an object’s position; returns true if the object was there and not read. */
  #forget({ objectNumber, generationNumber }: PDFRef): boolean {
    if (generationNumber !== 0) return false;
    const isUnread = (this.#places[objectNumber] ?? 0) > 0;
    if (isUnread) this.#places[objectNumber] = 0;
    return this.#packed.delete(objectNumber) || isUnread;
  }
}

interface ObjectStream {
  object: (index: number, number: number) => PDFObject;
}

/** Opens an object stream (ISO 32000-1, 7.5.7): pairs of object numbers and positions, then the objects. */
function openObjectStream(stream: PDFObject | undefined, context: PDFContext): ObjectStream {
  if (!(stream instanceof PDFRawStream)) throw new Error('An object stream of the PDF is none');
  const { buffer, byteOffset, byteLength } = ownStreamData(stream);
  const data = Buffer.from(buffer, byteOffset, byteLength);
  const first = stream.dict.lookup(PDFName.of('First'), PDFNumber).asNumber();
  const pairs = data.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
  const read = objectReader(data, context);
  return {
    object: (index, number) => {
      if (pairs[2 * index] !== number) throw new Error(`Object ${number} is not where the PDF says`);
      return read.object(first + (pairs[2 * index + 1] ?? 0));
    },
  };
}
