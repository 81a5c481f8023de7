/**
 * Reads a font’s PostScript name, which PDFs use for it, from its `name` table (OpenType 1.9: table directory, name id
 * 6). `data` is TrueType or OpenType. Returns an empty string where there is none.
 */
export function postScriptName(data: Uint8Array): string {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const latin1 = (at: number, length: number) => String.fromCharCode(...data.subarray(at, at + length));
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    if (latin1(entry, 4) !== 'name') continue;
    const table = view.getUint32(entry + 8);
    const strings = table + view.getUint16(table + 4);
    for (let record = table + 6; record < table + 6 + view.getUint16(table + 2) * 12; record += 12) {
      if (view.getUint16(record + 6) !== 6) continue;
      // Only ASCII is allowed in it; Windows names have two bytes for each letter, Macintosh names one.
      return latin1(strings + view.getUint16(record + 10), view.getUint16(record + 8)).replaceAll('\0', '');
    }
  }
  return '';
}
