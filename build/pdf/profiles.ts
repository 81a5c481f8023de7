import { readFile } from 'node:fs/promises';

/** The ICC profile of the screen’s colours, sRGB: what a colour in a stylesheet or a picture means where nothing else is said. */
export function screenProfile(): Promise<Uint8Array> {
  return readFile(new URL('./profiles/sRGB.icc', import.meta.url));
}

/** The ICC profile of sheet-fed offset on coated paper, FOGRA39: what pages are printed for where nothing else is said. */
export function pressProfile(): Promise<Uint8Array> {
  return readFile(new URL('./profiles/FOGRA39L_coated.icc', import.meta.url));
}
