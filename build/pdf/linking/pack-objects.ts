import { createHash } from 'node:crypto';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { PendingStream, streamOf } from '../../pdf-reading/file/streams.ts';
import { type FaceSubset, faceSubsetOf } from './face-subset.ts';
import {
  bytesOf,
  type RelocatablePart,
  type RelocationKind,
  relocationBits,
  relocationKinds,
} from './relocatable-part.ts';

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

interface ObjectWriter {
  /** Writes an object; of a stream’s dictionary without its length. */
  write: (object: PDFObject, isStream?: boolean) => void;
  writeNull: () => void;
  /** Ends the object. */
  end: () => void;
  packed: () => Pick<RelocatablePart, 'objects'>;
  shareable: (data: ReadonlyMap<number, Uint8Array>) => RelocatablePart['shareable'];
}

type Target = readonly [kind: RelocationKind, index: number];

function objectWriter(keys: ReadonlySet<PDFObject>, targetOf: (ref: PDFRef) => Target): ObjectWriter {
  const texts: string[] = [];
  const ends: number[] = [];
  const relocations: number[] = [];
  /** The first relocation of each object. */
  const firsts: number[] = [0];
  let text = '';
  let length = 0;
  /** True if a name, number or reference that follows has to be parted from what stands before. */
  let isOpen = false;

  const put = (token: string, opens: boolean, closes: boolean) => {
    if (isOpen && opens) text += ' ';
    text += token;
    isOpen = closes;
  };
  const relocate = (kind: RelocationKind, index: number) => {
    if (isOpen) text += ' ';
    relocations.push(length + text.length, relocationKinds[kind] * 2 ** relocationBits + index);
    isOpen = true;
  };
  const write = (object: PDFObject, isStream = false): void => {
    if (object instanceof PDFRef) relocate(...targetOf(object));
    else if (object instanceof PDFDict) {
      put('<<', false, false);
      for (const [key, value] of object.entries()) {
        if (isStream && key === PDFName.Length) continue;
        put(key.asString(), false, true);
        write(value);
      }
      put('>>', false, false);
    } else if (object instanceof PDFArray) {
      put('[', false, false);
      for (const value of object.asArray()) write(value);
      put(']', false, false);
    } else if (object instanceof PDFNumber && keys.has(object)) relocate('key', object.asNumber());
    else if (object instanceof PDFName) put(object.asString(), false, true);
    else {
      const token = object.toString();
      const isString = token[0] === '(' || token[0] === '<';
      put(token, !isString, !isString);
    }
  };
  const end = () => {
    texts.push(text);
    length += text.length;
    ends.push(length);
    firsts.push(relocations.length);
    text = '';
    isOpen = false;
  };

  /**
   * The objects that lead to nothing but objects of the part that can be shared, too. Pages and tags are in circles,
   * and are never among them.
   */
  const shareable = (data: ReadonlyMap<number, Uint8Array>): RelocatablePart['shareable'] => {
    const hashes: (string | undefined | null)[] = [];
    const hashOf = (object: number): string | undefined => {
      const known = hashes[object];
      // A circle comes back to an object that has no hash yet.
      if (known !== undefined) return known ?? undefined;
      hashes[object] = null;
      const own = texts[object] as string;
      const parts = [own];
      const start = (ends[object] as number) - own.length;
      for (let at = firsts[object] as number; at < (firsts[object + 1] as number); at += 2) {
        const target = relocations[at + 1] as number;
        const its = target < 2 ** relocationBits ? hashOf(target) : undefined;
        if (its === undefined) return undefined;
        parts.push(`${(relocations[at] as number) - start} ${its}`);
      }
      const hash = createHash('sha256').update(parts.join('\n'), 'latin1');
      const its = data.get(object);
      if (its) hash.update('\nstream\n').update(its);
      const digest = hash.digest('base64');
      hashes[object] = digest;
      return digest;
    };
    return texts.flatMap((_, object) => {
      const hash = hashOf(object);
      return hash === undefined ? [] : [{ object, hash }];
    });
  };
  return {
    write,
    writeNull: () => put('null', true, true),
    end,
    packed: () => ({
      objects: {
        text: new Uint8Array(Buffer.from(texts.join(''), 'latin1')),
        ends: bytesOf(ends),
        relocations: bytesOf(relocations),
      },
    }),
    shareable,
  };
}
