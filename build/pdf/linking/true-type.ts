/** The tables of a TrueType font by their names (OpenType 1.9: table directory); undefined for data that are none. */
export function tablesOfFont(data: Uint8Array): Map<string, Uint8Array> | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 12 || view.getUint32(0) !== trueType) return undefined;
  const count = view.getUint16(4);
  if (data.length < 12 + 16 * count) return undefined;
  const tables = new Map<string, Uint8Array>();
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    const [from, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (from + length > data.length) return undefined;
    tables.set(String.fromCharCode(...data.subarray(entry, entry + 4)), data.subarray(from, from + length));
  }
  return tables;
}

/** Writes a TrueType font; the sum of `head` is made new. */
export function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...tables.keys()].sort();
  const padded = (length: number) => (length + 3) & ~3;
  const heads = 12 + 16 * names.length;
  const data = new Uint8Array(names.reduce((sum, name) => sum + padded(tables.get(name)?.length ?? 0), heads));
  const view = new DataView(data.buffer);
  const power = 2 ** Math.floor(Math.log2(names.length));
  view.setUint32(0, trueType);
  view.setUint16(4, names.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (names.length - power));
  let at = heads;
  let head = 0;
  names.forEach((name, i) => {
    const table = tables.get(name) as Uint8Array;
    const entry = 12 + 16 * i;
    data.set(Buffer.from(name, 'latin1'), entry);
    data.set(table, at);
    if (name === 'head') {
      head = at;
      view.setUint32(at + 8, 0);
    }
    view.setUint32(entry + 4, sumOf(view, at, padded(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += padded(table.length);
  });
  if (head > 0) view.setUint32(head + 8, (0xb1b0afba - sumOf(view, 0, data.length)) >>> 0);
  return data;
}

const trueType = 0x00010000;

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
