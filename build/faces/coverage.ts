import { openFont } from './open-font.ts';

/** A function that is true if a face has a glyph for each character of a text. */
export type Coverage = (text: string) => boolean;

/**
 * Reads the characters that a face covers from its `cmap` table. `data` is TrueType or OpenType; throws for anything
 * else.
 */
export function coverageOf(data: Uint8Array): Coverage {
  const font = openFont(data);
  return (text) => [...text].every((character) => font.charToGlyphIndex(character) > 0);
}
