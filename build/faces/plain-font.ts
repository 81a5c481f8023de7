import { convert } from 'fontverter';

/**
 * Unpacks a web font (WOFF, WOFF2) to TrueType or OpenType; returns others as they are. Throws for a damaged web font.
 */
export async function plainFont(data: Uint8Array): Promise<Uint8Array> {
  const signature = String.fromCharCode(...data.subarray(0, 4));
  return /^wOF[F2]$/.test(signature) ? new Uint8Array(await convert(Buffer.from(data), 'sfnt')) : data;
}
