import { convert } from 'fontverter';

/** A font as TrueType or OpenType, out of the packing that web fonts have (WOFF, WOFF2). Throws for what is no font. */
export async function plainFont(data: Uint8Array): Promise<Uint8Array> {
  const signature = String.fromCharCode(...data.subarray(0, 4));
  return /^wOF[F2]$/.test(signature) ? new Uint8Array(await convert(Buffer.from(data), 'sfnt')) : data;
}
