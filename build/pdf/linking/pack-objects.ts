import { type PDFContext, PDFName, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { PendingStream, streamOf } from '../../pdf-reading/file/streams.ts';
import { type FaceSubset, faceSubsetOf } from './face-subset.ts';
import { objectWriter } from './object-writer.ts';
import type { RelocatablePart } from './relocatable-part.ts';

/** The content of a part, and what it only refers to. */
export interface PackInput {
  context: PDFContext;
  /** The objects from which all others are reached, in order. */
  roots: readonly PDFRef[];
  /** The references to objects outside, by their places in the list of imports. */
  imports: ReadonlyMap<PDFRef, number>;
  /** The numbers that are keys of the parent tree. */
  keys?: ReadonlySet<PDFObject>;
  /** True for the objects of a file that belong to no part: they have all fonts, and share nothing. */
  isFrame?: boolean;
}

/** A part, and the numbers of its objects. */
export interface Packed {
  part: RelocatablePart;
  objectOf: (ref: PDFRef) => number;
}

/**
 * Packs all objects that are reached from some of a document’s. Each object is written from the library’s own values,
 * never from finished text, in which words of a manuscript might look like a reference.
 */
export async function packObjects({ context, roots, imports, keys, isFrame = false }: PackInput): Promise<Packed> {
  const numbers = new Map<PDFRef, number>();
  const waiting: PDFRef[] = [];
  const faces: FaceSubset[] = [];
  const fonts = new Map<PDFRef, number | undefined>();
  const numberOf = (ref: PDFRef): number => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    numbers.set(ref, numbers.size);
    waiting.push(ref);
    return numbers.size - 1;
  };
  const faceOf = (ref: PDFRef): number | undefined => {
    if (!isFrame && !fonts.has(ref)) {
      const face = faceSubsetOf(context, ref);
      fonts.set(ref, face && faces.push(face) - 1);
    }
    return fonts.get(ref);
  };
  const writer = objectWriter(keys ?? new Set(), (ref) => {
    const outside = imports.get(ref);
    if (outside !== undefined) return ['import', outside];
    const face = faceOf(ref);
    return face === undefined ? ['object', numberOf(ref)] : ['face', face];
  });

  for (const root of roots) numberOf(root);
  const streams: { object: number; data: Uint8Array | Promise<Uint8Array> }[] = [];
  // An object is written when its number is the next, so that the texts are in the order of the numbers.
  for (let object = 0; object < waiting.length; object++) {
    const found = context.lookup(waiting[object]);
    if (found instanceof PDFStream) {
      const stream = compressed(context, found);
      writer.write(stream.dict, true);
      streams.push({ object, data: stream instanceof PendingStream ? stream.contents : stream.getContents() });
    } else if (found) writer.write(found);
    else writer.writeNull();
    writer.end();
  }
  const all = await Promise.all(streams.map(async ({ object, data }) => ({ object, data: owned(await data) })));
  const part = { ...writer.packed(), streams: all, faces };
  const shareable = isFrame ? [] : writer.shareable(new Map(all.map(({ object, data }) => [object, data])));
  return { part: { ...part, shareable }, objectOf: (ref) => numbers.get(ref) as number };
}

/** Bytes that keep no others in memory. */
function owned(data: Uint8Array): Uint8Array {
  return data.length === data.buffer.byteLength ? data : new Uint8Array(data);
}

/**
 * Compresses a stream that earlier passes left uncompressed. Metadata stay uncompressed for programs that cannot read
 * PDF.
 */
function compressed(context: PDFContext, stream: PDFStream): PDFStream {
  const isPlain = stream instanceof PDFRawStream && !stream.dict.has(PDFName.of('Filter'));
  if (!isPlain || stream.dict.get(PDFName.Type) === PDFName.of('Metadata')) return stream;
  return streamOf(context, stream.contents, stream.dict);
}
