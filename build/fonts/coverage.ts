import opentype from 'opentype.js';

/** Tells whether a face has a glyph for every character of a text. */
export type Coverage = (text: string) => boolean;

const known = new WeakMap<Uint8Array, Coverage>();

/** Reads the characters that a face covers from its `cmap` table. `data` is TrueType or OpenType; throws for anything else. */
export function coverageOf(data: Uint8Array): Coverage {
  const before = known.get(data);
  if (before) return before;
  const font = opentype.parse(data.slice().buffer);
  const covers: Coverage = (text) => [...text].every((character) => font.charToGlyphIndex(character) > 0);
  known.set(data, covers);
  return covers;
}
