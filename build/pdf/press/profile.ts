/** The facts in the head of an ICC profile (ICC.1:2022, 7.2). */
export interface ProfileHead {
  /** `CMYK`, `RGB`, `GRAY` … */
  space: string;
  /** `prtr` for presses and printers, `mntr` for screens, `scnr`, `link` … */
  kind: string;
  /** The profile’s name. */
  description: string;
}

/** Reads the head of an ICC profile; undefined for any other data. */
export function profileHead(data: Uint8Array): ProfileHead | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < 132 || bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  const space = bytes.toString('latin1', 16, 20).trim();
  const kind = bytes.toString('latin1', 12, 16);
  return { space, kind, description: descriptionOf(bytes) };
}

/** The text of the tag `desc`, in the form of version 2 or of version 4; empty where it cannot be read. */
function descriptionOf(bytes: Buffer): string {
  const count = bytes.readUInt32BE(128);
  for (let entry = 132; entry < 132 + count * 12 && entry + 12 <= bytes.length; entry += 12) {
    if (bytes.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const tag = bytes.subarray(bytes.readUInt32BE(entry + 4)).subarray(0, bytes.readUInt32BE(entry + 8));
    if (tag.length < 12) return '';
    if (tag.toString('latin1', 0, 4) === 'desc') return tag.toString('latin1', 12, 11 + tag.readUInt32BE(8));
    if (tag.toString('latin1', 0, 4) !== 'mluc' || tag.length < 28) return '';
    const text = Buffer.from(tag.subarray(tag.readUInt32BE(24)).subarray(0, tag.readUInt32BE(20) & ~1));
    return text.swap16().toString('utf16le');
  }
  return '';
}
