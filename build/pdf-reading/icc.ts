import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { decodeStream } from './file/stream-data.ts';

/** The header of an ICC profile (ISO 15076-1, 7.2). */
export interface IccProfile {
  /** Colour space of its data: `CMYK`, `RGB`, `GRAY`, `Lab`. */
  space: string;
  components: number;
  /** Class of device: `prtr`, `mntr` … */
  kind: string;
  data: Uint8Array;
}

const components: Record<string, number> = { CMYK: 4, RGB: 3, GRAY: 1, Lab: 3 };

/**
 * Reads a profile’s header and checks the table of its parts. Returns a string that says why if it is not a profile.
 */
export function readProfile(stream: PDFObject | undefined): IccProfile | string {
  if (!(stream instanceof PDFRawStream)) return 'it is not a stream';
  const { data } = decodeStream(stream);
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 132 || buffer.toString('latin1', 36, 40) !== 'acsp') return 'it does not have the signature of one';
  if (buffer.readUInt32BE(0) > data.length)
    return `of its ${buffer.readUInt32BE(0)} bytes only ${data.length} are there`;
  const space = buffer.toString('latin1', 16, 20).trim();
  const count = buffer.readUInt32BE(128);
  for (let i = 0; i < count; i++) {
    const entry = 132 + 12 * i;
    if (entry + 12 > data.length || buffer.readUInt32BE(entry + 4) + buffer.readUInt32BE(entry + 8) > data.length)
      return 'one of its parts lies beyond its end';
  }
  return { space, components: components[space] ?? 0, kind: buffer.toString('latin1', 12, 16), data };
}

/**
 * Returns the most ink that a profile lays at one point, 1 for each full ink: the greatest sum in the table from colour
 * to ink for relative colorimetry, or else for perception (`B2A1`, `B2A0`, as lut8 or lut16, ISO 15076-1, 10.10 and
 * 10.11). Undefined for other tables.
 */
export function maxInkOf({ data, components }: IccProfile): number | undefined {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const table = partOf(buffer, 'B2A1') ?? partOf(buffer, 'B2A0');
  if (!table || table.length < 52) return undefined;
  const type = table.toString('latin1', 0, 4);
  const [inputs, outputs, grid] = [table[8] ?? 0, table[9] ?? 0, table[10] ?? 0];
  if (!/^mft[12]$/.test(type) || inputs !== 3 || outputs !== components) return undefined;
  const wide = type === 'mft2';
  const inputEntries = wide ? table.readUInt16BE(48) : 256;
  const outputEntries = wide ? table.readUInt16BE(50) : 256;
  const size = wide ? 2 : 1;
  const most = wide ? 65535 : 255;
  const start = (wide ? 52 : 48) + inputs * inputEntries * size;
  const points = grid ** inputs;
  const curves = start + points * outputs * size;
  if (curves + outputs * outputEntries * size > table.length || outputEntries < 2) return undefined;
  const at = (place: number) => (wide ? table.readUInt16BE(place) : table.readUInt8(place));
  let greatest = 0;
  for (let point = 0; point < points; point++) {
    let sum = 0;
    for (let ink = 0; ink < outputs; ink++) {
      const value = at(start + (point * outputs + ink) * size) / most;
      const place = Math.round(value * (outputEntries - 1));
      sum += at(curves + (ink * outputEntries + place) * size) / most;
    }
    greatest = Math.max(greatest, sum);
  }
  return greatest;
}

function partOf(profile: Buffer, name: string): Buffer | undefined {
  for (let i = 0; i < profile.readUInt32BE(128); i++) {
    const entry = 132 + 12 * i;
    if (profile.toString('latin1', entry, entry + 4) !== name) continue;
    const start = profile.readUInt32BE(entry + 4);
    return profile.subarray(start, start + profile.readUInt32BE(entry + 8));
  }
  return undefined;
}
