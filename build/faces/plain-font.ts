/** A font as TrueType or OpenType, out of the packing that web fonts have (WOFF, WOFF2). Throws for what is no font. */
export async function plainFont(data: Uint8Array): Promise<Uint8Array> {
  const signature = String.fromCharCode(...data.subarray(0, 4));
  if (!/^wOF[F2]$/.test(signature)) return data;
  // It starts a program of its own, and few journals have such fonts.
  const { convert } = await import('fontverter');
  return new Uint8Array(await convert(Buffer.from(data), 'sfnt'));
}
