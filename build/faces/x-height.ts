/**
 * The height of a font’s small letters in ems, as it states it; undefined if it does not. `data` is TrueType or
 * OpenType.
 */
export function xHeightOf(data: Uint8Array): number | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const places = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    places.set(String.fromCharCode(...data.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const [os2, head] = [places.get('OS/2'), places.get('head')];
  if (os2 === undefined || head === undefined || view.getUint16(os2) < 2) return undefined;
  const height = view.getInt16(os2 + 86);
  return height > 0 ? height / view.getUint16(head + 18) : undefined;
}
