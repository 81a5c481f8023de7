import { unpackWoff } from './unpack-woff.ts';

/**
 * Unpacks a web font (WOFF, WOFF2) to TrueType or OpenType; returns others as they are. Throws for a damaged web font.
 */
export async function plainFont(data: Uint8Array): Promise<Uint8Array> {
  const signature = String.fromCharCode(...data.subarray(0, 4));
  if (signature === 'wOFF') return unpackWoff(data);
  if (signature !== 'wOF2') return data;
  // It starts a program of its own, and few journals have such fonts.
  const { convert } = await import('fontverter');
  return new Uint8Array(await convert(Buffer.from(data), 'sfnt'));
}
