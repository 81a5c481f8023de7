import { inflateSync } from 'node:zlib';

/** A table of a font: its tag, checksum and bytes. */
interface Table {
  tag: string;
  checksum: number;
  data: Uint8Array;
}

/**
 * Unpacks a web font of the first kind, `wOFF`, whose tables are those of TrueType or OpenType, each packed by zlib
 * (WOFF File Format 1.0). Throws for a damaged one.
 */
export function unpackWoff(packed: Uint8Array): Uint8Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => tableAt(packed, view, 44 + i * 20));
  return fontOf(view.getUint32(4), tables);
}

function tableAt(packed: Uint8Array, view: DataView, entry: number): Table {
  const [from, size, whole, checksum] = [4, 8, 12, 16].map((at) => view.getUint32(entry + at)) as [
    number,
    number,
    number,
    number,
  ];
  const bytes = packed.subarray(from, from + size);
  const data = size < whole ? new Uint8Array(inflateSync(bytes, { maxOutputLength: whole })) : bytes;
  if (data.length !== whole) throw new Error('A web font that is cut off');
  return { tag: String.fromCharCode(...packed.subarray(entry, entry + 4)), checksum, data };
}

/** A font of tables, in their order, each at a multiple of four bytes (OpenType 1.9, “Organization of a Font”). */
function fontOf(flavour: number, tables: readonly Table[]): Uint8Array {
  const places: number[] = [];
  let end = 12 + tables.length * 16;
  for (const { data } of tables) {
    places.push(end);
    end += Math.ceil(data.length / 4) * 4;
  }
  const font = new Uint8Array(end);
  const view = new DataView(font.buffer);
  const steps = Math.floor(Math.log2(tables.length));
  const range = 2 ** steps * 16;
  view.setUint32(0, flavour);
  for (const [i, value] of [tables.length, range, steps, tables.length * 16 - range].entries())
    view.setUint16(4 + i * 2, value);
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    const entry = 12 + i * 16;
    const place = places[i] ?? 0;
    for (let at = 0; at < 4; at++) font[entry + at] = tag.charCodeAt(at);
    view.setUint32(entry + 4, checksum);
    view.setUint32(entry + 8, place);
    view.setUint32(entry + 12, data.length);
    font.set(data, place);
  }
  return font;
}
