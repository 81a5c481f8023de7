import opentype from 'opentype.js';

const opened = new WeakMap<Uint8Array, opentype.Font>();

/** Opens a face, once for all who ask. `data` is TrueType or OpenType; throws for anything else. */
export function openFont(data: Uint8Array): opentype.Font {
  // Of many thousand glyphs a few are asked for: each is read when it is.
  const font = opened.get(data) ?? opentype.parse(data.slice().buffer as ArrayBuffer, { lowMemory: true });
  opened.set(data, font);
  return font;
}
