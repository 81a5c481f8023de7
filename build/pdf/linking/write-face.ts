import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import { type Characters, setCharacters } from '../characters.ts';
import type { FaceSubset, GlyphOfFace } from './face-subset.ts';
import { writeTables } from './true-type.ts';

/** A face with the glyphs of all parts of a file. */
export interface JoinedFace extends Pick<FaceSubset, 'name' | 'descriptor'> {
  tables: Map<string, Uint8Array>;
  glyphs: Map<number, { its: GlyphOfFace; outline: Uint8Array }>;
  /** Its fonts: several where parts have different characters for one glyph. */
  fonts: { number: number; characters: Characters }[];
}

/**
 * Writes a face into a document: its program, and a composite font for each way in which parts read its glyphs (ISO
 * 32000-1, 9.7). `name` has the letters of a face that is cut down.
 */
export function writeFace(context: PDFContext, face: JoinedFace, name: string, refOf: (font: number) => PDFRef): void {
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
