import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import { type Characters, setCharacters } from '../characters.ts';
import type { FaceSubset, GlyphOfFace } from './face-subset.ts';
import { writeTables } from './true-type.ts';

/** The faces of a file that is linked: one of each, with the glyphs of all its parts. */
export interface JoinedFaces {
  /** Takes in a part’s subset, and returns the number of the font that shows its text. */
  add: (subset: FaceSubset) => number;
  /** Writes all fonts into a document; `refOf` gives the references of those that `add` returned. */
  write: (context: PDFContext, refOf: (font: number) => PDFRef) => void;
}

interface JoinedFace extends Pick<FaceSubset, 'name' | 'descriptor'> {
  tables: Map<string, Uint8Array>;
  glyphs: Map<number, { its: GlyphOfFace; outline: Uint8Array }>;
  /** Its fonts: several where parts have different characters for one glyph. */
  fonts: { number: number; characters: Characters }[];
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

function writeFace(context: PDFContext, face: JoinedFace, name: string, refOf: (font: number) => PDFRef): void {
  const program = programOf(face);
  const descriptor = {
    Type: 'FontDescriptor',
    FontName: name,
    ...Object.fromEntries(face.descriptor),
    FontFile2: context.register(streamOf(context, program, { Length1: program.length })),
  };
  const below = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDToGIDMap: 'Identity',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(context.obj(descriptor)),
    ...widthsOf([...face.glyphs.values()].map(({ its }) => its)),
  });
  const descendants = [context.register(below)];
  for (const { number, characters } of face.fonts) {
    const font = context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: descendants,
    });
    setCharacters(font, characters);
    context.assign(refOf(number), font);
  }
}

/** The widths of glyphs (ISO 32000-1, 9.7.4.3): the most frequent one, and in runs the others. */
function widthsOf(glyphs: readonly GlyphOfFace[]): { DW: number; W: (number | number[])[] } {
  const counts = new Map<number, number>();
  for (const [, , , width] of glyphs) counts.set(width, (counts.get(width) ?? 0) + 1);
  const usual = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [1000, 0])[0];
  const widths: (number | number[])[] = [];
  let run: number[] = [];
  let next = -1;
  for (const [number, , , width] of [...glyphs].sort(([one], [other]) => one - other)) {
    if (width === usual) continue;
    if (number !== next) {
      run = [];
      widths.push(number, run);
    }
    run.push(width);
    next = number + 1;
  }
  return { DW: usual, W: widths };
}

/** A TrueType program with all glyphs of a face (OpenType 1.9: `glyf`, `loca`, `hmtx`). */
function programOf({ tables, glyphs }: JoinedFace): Uint8Array {
  const count = Math.max(...glyphs.keys()) + 1;
  const outlines: Uint8Array[] = [];
  const places = [0];
  const metrics = new DataView(new ArrayBuffer(count * 4));
  let most = 0;
  for (let number = 0; number < count; number++) {
    const glyph = glyphs.get(number);
    const outline = glyph?.outline ?? new Uint8Array();
    const padded = (outline.length + 1) & ~1;
    outlines.push(outline);
    if (padded > outline.length) outlines.push(new Uint8Array(1));
    places.push((places[number] as number) + padded);
    const [, advance = 0, bearing = 0] = glyph?.its ?? [];
    metrics.setUint16(number * 4, advance);
    metrics.setInt16(number * 4 + 2, bearing);
    most = Math.max(most, advance);
  }
  const isLong = (places[count] as number) > 0xffff * 2;
  const loca = new DataView(new ArrayBuffer((count + 1) * (isLong ? 4 : 2)));
  places.forEach((place, number) => {
    if (isLong) loca.setUint32(number * 4, place);
    else loca.setUint16(number * 2, place / 2);
  });
  const changed = (name: string, change: (view: DataView) => void): [string, Uint8Array] => {
    const table = new Uint8Array(tables.get(name) ?? []);
    change(new DataView(table.buffer));
    return [name, table];
  };
  return writeTables(
    new Map([
      ...tables,
      changed('head', (head) => head.setInt16(50, isLong ? 1 : 0)),
      changed('maxp', (maxp) => maxp.setUint16(4, count)),
      changed('hhea', (hhea) => {
        hhea.setUint16(10, most);
        hhea.setUint16(34, count);
      }),
      ['hmtx', new Uint8Array(metrics.buffer)],
      ['loca', new Uint8Array(loca.buffer)],
      ['glyf', new Uint8Array(Buffer.concat(outlines))],
    ]),
  );
}
