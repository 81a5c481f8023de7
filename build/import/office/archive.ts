import * as zlib from 'node:zlib';
import { NotImported } from '../imported.ts';

/** The limits of what is read of an author’s file. A book of a thousand pages stays far below them. */
const limits = {
  /** Bytes of the file. */
  file: 200_000_000,
  /** Bytes of one part, and of all that are read. */
  part: 64_000_000,
  together: 400_000_000,
  parts: 20_000,
};

/** The parts of an office file, which is a ZIP archive. Each is unpacked when it is asked for. */
export interface OfficeArchive {
  names: readonly string[];
  /** The bytes of a part; undefined if there is none of this name. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  sum: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * Opens the archive of an author’s file. Nothing is written, and no name of it is ever a path. Throws
 * {@link NotImported} if it is not whole, is encrypted, or is made to fill the machine.
 */
export function openArchive(bytes: Uint8Array): OfficeArchive {
  if (bytes.length > limits.file)
    throw new NotImported(
      `The file has ${megabytes(bytes.length)}, of at most ${megabytes(limits.file)}`,
      'Save its pictures smaller.',
    );
  const entries = new Map<string, Entry>();
  for (const entry of directoryOf(bytes)) {
    if (entry.name.endsWith('/')) continue;
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw broken(`has two parts called ${entry.name.slice(0, 60)}`);
    entries.set(key, entry);
  }
  let total = 0;
  const unpack = (entry: Entry): Uint8Array => {
    total += entry.size;
    if (entry.size > limits.part || total > limits.together)
      throw new NotImported(
        `The file unpacks to more than ${megabytes(entry.size > limits.part ? limits.part : limits.together)}`,
        'No manuscript is so large: ask its author where it comes from.',
      );
    return contentOf(bytes, entry);
  };
  return {
    names: [...entries.values()].map(({ name }) => name),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry && unpack(entry);
    },
  };
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

function broken(what: string): NotImported {
  return new NotImported(
    `The file is damaged: its archive ${what}`,
    'Open it in the program that made it, and save it again.',
  );
}

/** The entries of the central directory (APPNOTE 4.3.12). */
function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) throw broken('has no end');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff || count > limits.parts) throw broken('has too many parts');
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw broken('has a directory that breaks off');
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      name: new TextDecoder().decode(name).replaceAll('\\', '/').replace(/^\/+/, ''),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The offset of the record at the end; a comment may follow it. */
function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 0x10000; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

function contentOf(bytes: Uint8Array, { name, flags, method, sum, packed, size, offset }: Entry): Uint8Array {
  const shown = name.slice(0, 60);
  if (flags & 1)
    throw new NotImported('The file is locked by a password', 'Save it without one, or ask its author to.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken(`breaks off at ${shown}`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken(`breaks off within ${shown}`);
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw broken(`has ${shown} packed in an unknown way`);
  let content: Uint8Array;
  try {
    // One byte more than it claims: a part that holds more is seen, and its rest never unpacked.
    content = method === 0 ? data : zlib.inflateRawSync(data, { maxOutputLength: size + 1 });
  } catch {
    throw broken(`cannot be unpacked at ${shown}`);
  }
  if (content.length !== size || sumOf(content) !== sum) throw broken(`has other bytes in ${shown} than it says`);
  return content;
}

/** The CRC-32 of bytes (APPNOTE 4.4.7). */
function sumOf(bytes: Uint8Array): number {
  // Node has it from 20.15 on.
  if (zlib.crc32) return zlib.crc32(bytes);
  let sum = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) sum = (table[(sum ^ (bytes[i] as number)) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
