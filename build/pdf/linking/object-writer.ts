import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import {
  bytesOf,
  type RelocatablePart,
  type RelocationKind,
  relocationBits,
  relocationKinds,
} from './relocatable-part.ts';

/** Writes the objects of a part, one after the other. */
export interface ObjectWriter {
  /** Writes an object; of a stream’s dictionary without its length. */
  write: (object: PDFObject, isStream?: boolean) => void;
  writeNull: () => void;
  /** Ends the object. */
  end: () => void;
  packed: () => Pick<RelocatablePart, 'objects'>;
  /** Finds the objects that parts may share; `data` are those of the streams. */
  shareable: (data: ReadonlyMap<number, Uint8Array>) => RelocatablePart['shareable'];
}

/** What a reference leads to. */
type Target = readonly [kind: RelocationKind, index: number];

/** Begins to write objects. `keys` are the numbers that are keys of the parent tree. */
export function objectWriter(keys: ReadonlySet<PDFObject>, targetOf: (ref: PDFRef) => Target): ObjectWriter {
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
