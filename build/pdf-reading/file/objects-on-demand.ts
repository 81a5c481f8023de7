import { type PDFContext, PDFName, PDFNumber, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { CrossReferences } from './cross-references.ts';
import { refOf } from './known.ts';
import { type IndirectReader, indirectReader } from './read-indirect.ts';
import { objectReader } from './read-object.ts';
import { dataOf } from './streams.ts';

/** What is put in the place of objects of a file when they are read. */
export type Changes = ReadonlyMap<PDFRef, (object: PDFObject) => PDFObject>;

/**
 * The objects of a file, each read when it is first looked up: the tags are most of what the browser writes, and not every edition asks for them. What is put in place of an object or
 * taken out is as in any other map, and to go through all of them is to read them all.
 */
export class ObjectsOnDemand extends Map<PDFRef, PDFObject> {
  readonly #read: IndirectReader;
  readonly #context: PDFContext;
  readonly #places: Float64Array;
  readonly #packed: CrossReferences['packed'];
  readonly #changes: Changes;
  readonly #keeps: boolean;
  readonly #opened = new Map<number, ObjectStream>();

  constructor(
    bytes: Buffer,
    context: PDFContext,
    { places, packed }: CrossReferences,
    changes: Changes,
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
      if (place > 0) this.get(refOf(number));
    });
    for (const number of [...this.#packed.keys()]) this.get(refOf(number));
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
    const opened = this.#opened.get(number) ?? openObjectStream(this.get(refOf(number)), this.#context);
    this.#opened.set(number, opened);
    return opened;
  }

  /** Returns whether the object was there, and not read. */
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

/** Opens a stream of objects (ISO 32000-1, 7.5.7): pairs of their numbers and places, then the objects. */
function openObjectStream(stream: PDFObject | undefined, context: PDFContext): ObjectStream {
  if (!(stream instanceof PDFRawStream)) throw new Error('An object stream of the PDF is none');
  const { buffer, byteOffset, byteLength } = dataOf(stream);
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
