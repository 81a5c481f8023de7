import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import type { FaceSubset, GlyphOfFace } from './face-subset.ts';
import { type JoinedFace, writeFace } from './write-face.ts';

/** The faces of a file that is linked: one of each, with the glyphs of all its parts. */
export interface JoinedFaces {
  /** Takes in a part’s subset, and returns the number of the font that shows its text. */
  add: (subset: FaceSubset) => number;
  /** Writes all fonts into a document; `refOf` gives the references of those that `add` returned. */
  write: (context: PDFContext, refOf: (font: number) => PDFRef) => void;
}

/** Begins to join faces. `reserve` gives the numbers of fonts. */
export function joinFaces(reserve: () => number): JoinedFaces {
  const faces = new Map<string, JoinedFace[]>();
  const all: JoinedFace[] = [];
  return {
    add: (subset) => {
      const alike = faces.get(subset.face) ?? [];
      faces.set(subset.face, alike);
      const glyphs = glyphsOf(subset);
      let face = alike.find((one) => fits(one, glyphs));
      if (!face) {
        const { name, descriptor } = subset;
        face = { name, descriptor, tables: new Map(), glyphs: new Map(), fonts: [] };
        alike.push(face);
        all.push(face);
      }
      for (const [table, data] of subset.tables) face.tables.set(table, joined(table, face.tables.get(table), data));
      for (const glyph of glyphs) if (!face.glyphs.has(glyph.its[0])) face.glyphs.set(glyph.its[0], glyph);
      let font = face.fonts.find(({ characters }) =>
        subset.characters.every(([glyph, text]) => (characters.get(glyph) ?? text) === text),
      );
      if (!font) {
        font = { number: reserve(), characters: new Map() };
        face.fonts.push(font);
      }
      for (const [glyph, text] of subset.characters) font.characters.set(glyph, text);
      return font.number;
    },
    write: (context, refOf) => {
      for (const [index, face] of all.entries()) writeFace(context, face, `${tagOf(index)}+${face.name}`, refOf);
    },
  };
}

function glyphsOf({ glyphs, outlines }: FaceSubset): { its: GlyphOfFace; outline: Uint8Array }[] {
  let at = 0;
  return glyphs.map((its) => {
    const [, , , , length] = its;
    at += length;
    return { its, outline: outlines.subarray(at - length, at) };
  });
}

/** True if all glyphs that a face and a subset both have are the same: subsets of two versions of a face differ. */
function fits(face: JoinedFace, glyphs: readonly { its: GlyphOfFace; outline: Uint8Array }[]): boolean {
  return glyphs.every(({ its: [number, advance, bearing], outline }) => {
    const known = face.glyphs.get(number);
    if (!known) return true;
    return known.its[1] === advance && known.its[2] === bearing && Buffer.compare(known.outline, outline) === 0;
  });
}

/** A table for all subsets: of `maxp`, whose numbers are the most that a glyph needs, the larger ones. */
function joined(name: string, known: Uint8Array | undefined, data: Uint8Array): Uint8Array {
  if (!known || name !== 'maxp' || known.length !== data.length) return known ?? data;
  const [one, other] = [known, data].map((table) => new DataView(table.buffer, table.byteOffset, table.byteLength));
  const most = new Uint8Array(data);
  const view = new DataView(most.buffer);
  for (let at = 4; at + 1 < data.length; at += 2)
    view.setUint16(at, Math.max(one?.getUint16(at) ?? 0, other?.getUint16(at) ?? 0));
  return most;
}

/** The letters before the name of a face that is cut down (ISO 32000-1, 9.6.4); each face of a file has its own. */
function tagOf(index: number): string {
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(index / 26 ** i) % 26))).join('');
}
