import opentype from 'opentype.js';

const opened = new WeakMap<Uint8Array, opentype.Font>();

/** Opens a face, once for all callers. `data` is TrueType or OpenType; throws for anything else. */
export function openFont(data: Uint8Array): opentype.Font {
  // Only a few of many thousand glyphs are needed: each is read on demand.
  const font = opened.get(data) ?? opentype.parse(data.slice().buffer as ArrayBuffer, { lowMemory: true });
  opened.set(data, font);
  return font;
}
