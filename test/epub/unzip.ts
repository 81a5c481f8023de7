import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  path: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** MS-DOS date and time. */
  date: number;
  data: Buffer;
}

/** The entries of a ZIP archive, in the order of its central directory (APPNOTE 6.3.10, section 4.3.12). */
export function unzip(archive: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries: ZipEntry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); at < end; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const method = bytes.readUInt16LE(at + 10);
    entries.push({
      path: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      date: bytes.readUInt32LE(at + 12),
      data: method === 8 ? inflateRawSync(packed) : packed,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The text of one entry. */
export function textOf(archive: Uint8Array, path: string): string {
  const entry = unzip(archive).find((one) => one.path === path);
  if (!entry) throw new Error(`There is no ${path}`);
  return entry.data.toString('utf8');
}
