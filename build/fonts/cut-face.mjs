import subsetFont from 'subset-font';

/**
 * A face cut down to the characters of a text, and to some OpenType features. It is the same on every machine: harfbuzz
 * runs as WebAssembly. Throws what harfbuzz throws for a face it cannot read.
 *
 * @param {import('./cut-faces.ts').FaceToCut} face
 * @returns {Promise<Uint8Array>}
 */
export async function cutFace({ data, text, format, features }) {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return new Uint8Array(await subsetFont(bytes, text, { targetFormat: format, keepFeatures: features }));
}
