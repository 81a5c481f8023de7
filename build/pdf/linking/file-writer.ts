import type { Sink } from '../../disk/output-files.ts';
import { deflate, stealDeflateJobs } from '../../pdf-reading/file/deflate.ts';
import { numbersIn, type PackedObjects, relocationBits, relocationKinds } from './relocatable-part.ts';

/** The numbers that a part’s objects and all that they refer to have in a file. */
export interface Numbering {
  objects: Uint32Array;
  imports: readonly number[];
  faces: readonly number[];
  firstKey: number;
}

/** Writes objects into a file, each once. */
export interface FileWriter {
  /**
   * Writes the objects of a part for which `isNew` is true; `streams` has the data of those that are streams, by their
   * index in the part.
   */
  write: (
    objects: PackedObjects,
    streams: ReadonlyMap<number, Uint8Array>,
    numbering: Numbering,
    isNew: (object: number) => boolean,
  ) => Promise<void>;
  /** Ends the file. `nextNumber` gives the numbers of the objects that hold others. */
  finish: (trailer: string, nextNumber: () => number) => Promise<void>;
}

/** The number of objects in one object stream. */
const maxObjectsPerStream = 200;

interface ObjectStream {
  numbers: number[];
  head: string;
  data: Uint8Array | Promise<Uint8Array>;
}

/** Bytes that are collected before they are written. */
const chunkLength = 1 << 20;

/**
 * Begins a file of streams, of object streams with all other objects (ISO 32000-1, 7.5.7), and a cross-reference stream
 * (7.5.8). Nothing is compressed again but the objects, by other threads. Streams go to the sink as they come. Object
 * streams have to be held until the end, compressed: they follow all others, so that their numbers do. They are a small
 * part of a file.
 */
export function writeFile(version: string, sink: Sink): FileWriter {
  let chunks: Uint8Array[] = [];
  let length = 0;
  let written = 0;
  const places = new Map<number, readonly [type: 1 | 2, where: number, index: number]>();
  const objectStreams: ObjectStream[] = [];
  let numbers: number[] = [];
  let heads: number[] = [];
  let body = Buffer.alloc(1 << 16);
  let end = 0;

  const put = (bytes: Uint8Array) => {
    chunks.push(bytes);
    length += bytes.length;
  };
  const send = async (least = 1) => {
    if (length - written < least) return;
    const bytes = Buffer.concat(chunks);
    chunks = [];
    written = length;
    await sink.write(bytes);
  };
  const putStream = (number: number, dict: string | Uint8Array, data: Uint8Array) => {
    places.set(number, [1, length, 0]);
    put(latin1(`${number} 0 obj\n`));
    put(typeof dict === 'string' ? latin1(dict) : dict);
    put(latin1(`/Length ${data.length}>>\nstream\n`));
    put(data);
    put(latin1('\nendstream\nendobj\n'));
  };
  const room = (bytes: number) => {
    if (end + bytes <= body.length) return;
    const larger = Buffer.alloc((end + bytes) * 2);
    body.copy(larger, 0, 0, end);
    body = larger;
  };
  /** Writes digits. */
  const putNumber = (value: number) => {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    let rest = value;
    for (let at = end + digits - 1; at >= end; at--) {
      body[at] = 48 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    end += digits;
  };
  const flush = () => {
    if (numbers.length === 0) return;
    const head = numbers.map((number, i) => `${number} ${heads[i]}`).join(' ');
    const data = Buffer.concat([latin1(`${head}\n`), body.subarray(0, end)]);
    const about = `<</Type/ObjStm/N ${numbers.length}/First ${head.length + 1}/Filter/FlateDecode`;
    objectStreams.push({ numbers, head: about, data: deflate(data, 6) });
    numbers = [];
    heads = [];
    end = 0;
  };

  put(latin1(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`));
  return {
    write: async ({ text, ends, relocations }, streams, numbering, isNew) => {
      const source = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
      const allEnds = numbersIn(ends);
      const all = numbersIn(relocations);
      let from = 0;
      let next = 0;
      for (let object = 0; object < allEnds.length; object++) {
        const to = allEnds[object] as number;
        const data = streams.get(object);
        const isSkipped = !isNew(object);
        const start = end;
        if (!isSkipped) room((to - from) * 2 + 64);
        for (; next < all.length && (all[next] as number) < to; next += 2) {
          const place = all[next] as number;
          const kind = (all[next + 1] as number) >>> relocationBits;
          const index = (all[next + 1] as number) & (2 ** relocationBits - 1);
          if (isSkipped) continue;
          room(to - from + 64);
          source.copy(body, end, from, place);
          end += place - from;
          from = place;
          putNumber(numberFor(kind, index, numbering));
          if (kind !== relocationKinds.key) end += body.write(' 0 R', end, 'latin1');
        }
        if (!isSkipped) {
          room(to - from + 1);
          source.copy(body, end, from, to);
          end += to - from;
          const number = numbering.objects[object] as number;
          if (data) {
            // Without the end of the dictionary.
            const dict = Uint8Array.prototype.slice.call(body, start, end - 2);
            end = start;
            putStream(number, dict, data);
          } else {
            body[end++] = 10;
            numbers.push(number);
            heads.push(start);
            if (numbers.length === maxObjectsPerStream) flush();
          }
        }
        from = to;
      }
      await send(chunkLength);
    },
    finish: async (trailer, nextNumber) => {
      flush();
      stealDeflateJobs();
      for (const { numbers: inside, head, data } of objectStreams) {
        const number = nextNumber();
        inside.forEach((one, index) => {
          places.set(one, [2, number, index]);
        });
        putStream(number, head, await data);
        await send(chunkLength);
      }
      const number = nextNumber();
      const start = length;
      places.set(number, [1, start, 0]);
      const table = await deflate(entries(places, number + 1), 6);
      const dict = `<</Type/XRef/Size ${number + 1}/W[1 4 2]${trailer}/Filter/FlateDecode`;
      putStream(number, dict, table);
      put(latin1(`startxref\n${start}\n%%EOF\n`));
      await send();
    },
  };
}

function numberFor(kind: number, index: number, { objects, imports, faces, firstKey }: Numbering): number {
  switch (kind) {
    case relocationKinds.object:
      return objects[index] as number;
    case relocationKinds.import:
      return imports[index] as number;
    case relocationKinds.face:
      return faces[index] as number;
  }
  return firstKey + index;
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

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
