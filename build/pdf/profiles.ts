import { readFile } from 'node:fs/promises';

/** The ICC profile of the screen’s colours, sRGB: the default for colours in stylesheets and pictures. */
export function screenProfile(): Promise<Uint8Array> {
  return readFile(new URL('./profiles/sRGB.icc', import.meta.url));
}

/** The ICC profile of sheet-fed offset on coated paper, FOGRA39: the default for print. */
export function pressProfile(): Promise<Uint8Array> {
  return readFile(new URL('./profiles/FOGRA39L_coated.icc', import.meta.url));
}
