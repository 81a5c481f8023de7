import type { FaceSubset } from './face-subset.ts';

/**
 * The objects of a part of a PDF, in a form in which they can be given any numbers: a file is linked from several
 * parts, as a program is from its modules. It is plain data. Objects are numbered from 0 in the order of a walk, so
 * that the same content is the same part, whatever else its document had.
 */
export interface RelocatablePart {
  objects: PackedObjects;
  /** The streams among the objects, whose text is their dictionary without `Length`; data are as in the file. */
  streams: { object: number; data: Uint8Array }[];
  /** The objects that may be stored once for several parts, with a hash of all that belongs to each. */
  shareable: { object: number; hash: string }[];
  /** The composite fonts that other parts may have, too; they are not among the objects. */
  faces: FaceSubset[];
}

/** Objects as text, without the numbers that linking gives: references, and keys that are unique in a file. */
export interface PackedObjects {
  /** The texts of all objects, one after the other; a character is a byte. */
  text: Uint8Array;
  /** Where the text of each object ends; each is a little-endian number of 4 bytes. */
  ends: Uint8Array;
  /** What to add, in order: the position in the text, then the {@link Relocation} as a number; 4 bytes each. */
  relocations: Uint8Array;
}

/** The kind of what stands at a place of a text: a reference to an object, a font or an import, or a key. */
export type RelocationKind = keyof typeof relocationKinds;

/** A place’s kind is in the upper four bits of its number; what is referred to, by its index, in the others. */
export const relocationKinds = {
  /** A reference to an object of the part. */
  object: 0,
  /** A reference to an object outside, which the part knows by its place in a list. */
  import: 1,
  /** A reference to one of its fonts. */
  face: 2,
  /** A key of the parent tree, counted from 0 in the part. */
  key: 3,
} as const;

/** The number of bits of an index. */
export const relocationBits = 28;

/** Reads the numbers of a list of little-endian numbers of 4 bytes. */
export function numbersIn(bytes: Uint8Array): Uint32Array {
  // The bytes may begin anywhere in their memory.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Uint32Array(bytes.length / 4);
  for (let i = 0; i < numbers.length; i++) numbers[i] = view.getUint32(i * 4, true);
  return numbers;
}

/** Writes a list of little-endian numbers of 4 bytes. */
export function bytesOf(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, i) => {
    view.setUint32(i * 4, number, true);
  });
  return bytes;
}
