import { createHash } from 'node:crypto';
import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { ownStreamData } from '../../pdf-reading/file/streams.ts';
import { type Characters, charactersOf } from '../characters.ts';
import { glyphWidthsOf } from '../glyph-widths.ts';
import { tablesOfFont } from './true-type.ts';

/**
 * The glyphs of a TrueType face that one printed document uses. The browser cuts faces down and keeps the numbers of
 * glyphs, so that the subsets of several documents can be joined. It is plain data.
 */
export interface FaceSubset {
  /** The face’s PostScript name. */
  name: string;
  /** A hash of everything that all subsets of a face have in common. */
  face: string;
  /** The entries of its descriptor (ISO 32000-1, 9.8), without its names: numbers, lists of numbers. */
  descriptor: [key: string, value: number | number[]][];
  /** `head`, `hhea`, `maxp`, and the programs of its glyphs where it has some. */
  tables: [name: string, data: Uint8Array][];
  /** The glyphs that it has, in the order of their numbers. */
  glyphs: GlyphOfFace[];
  /** The outlines of its glyphs, one after the other. */
  outlines: Uint8Array;
  /** The characters of its glyphs. */
  characters: [glyph: number, text: string][];
}

/** A glyph: its number, its metrics as in `hmtx`, its width as in the PDF, and the length of its outline. */
export type GlyphOfFace = [number: number, advance: number, bearing: number, width: number, length: number];

/** The tables that differ between the subsets of a face, besides `glyf`, `loca` and `hmtx`. */
const varying = new Set(['maxp', 'hhea']);
/** The tables that a font in a PDF needs where its codes are numbers of glyphs (ISO 32000-1, 9.9), and may have. */
const taken = ['head', 'hhea', 'maxp', 'cvt ', 'fpgm', 'prep'];

/**
 * Reads the subset in a composite font (ISO 32000-1, 9.7); undefined for any other object, and for a font of a kind
 * that the browser does not write, which is then an object like others.
 */
export function faceSubsetOf(context: PDFContext, ref: PDFRef): FaceSubset | undefined {
  const font = context.lookup(ref);
  if (!(font instanceof PDFDict) || !is(font, 'Subtype', 'Type0') || !is(font, 'Encoding', 'Identity-H'))
    return undefined;
  const below = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  if (!below || !is(below, 'Subtype', 'CIDFontType2') || !is(below, 'CIDToGIDMap', 'Identity') || below.has(W2))
    return undefined;
  const described = below.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const program = described?.lookup(PDFName.of('FontFile2'));
  if (!described || !(program instanceof PDFRawStream)) return undefined;
  const tables = tablesOfFont(ownStreamData(program));
  const glyphs = tables && glyphsIn(tables);
  if (!tables || !glyphs) return undefined;
  const kept = taken.flatMap((name): FaceSubset['tables'] => {
    const table = tables.get(name);
    const data = table && new Uint8Array(table);
    if (data && name === 'head') new DataView(data.buffer).setUint32(8, 0);
    return data ? [[name, data]] : [];
  });
  const characters: Characters = charactersOf(context, ref);
  const written = glyphWidthsOf(context, ref);
  const unit = 1000 / unitsPerEm(tables);
  // A glyph that is only a part of others has no width in the PDF.
  const widthOf = (number: number, advance: number) =>
    Math.abs(written(number) - advance * unit) < 1 ? written(number) : advance * unit;
  const used = glyphs.filter(
    ({ number, advance, outline }) => number === 0 || advance > 0 || outline.length > 0 || characters.has(number),
  );
  const name = String(below.get(PDFName.of('BaseFont'))).replace(/^\/(?:[A-Z]{6}\+)?/, '');
  const descriptor = numbersOf(described);
  const hash = createHash('sha256').update(JSON.stringify([name, descriptor]));
  // The format of `loca` in `head` follows from the length of `glyf`.
  for (const [table, data] of kept)
    if (!varying.has(table)) hash.update(table).update(table === 'head' ? data.subarray(0, 50) : data);
  return {
    name,
    face: hash.digest('base64'),
    descriptor,
    tables: kept,
    glyphs: used.map(({ number, advance, bearing, outline }) => [
      number,
      advance,
      bearing,
      widthOf(number, advance),
      outline.length,
    ]),
    outlines: new Uint8Array(Buffer.concat(used.map(({ outline }) => outline))),
    characters: [...characters].sort(([one], [other]) => one - other),
  };
}

interface Glyph {
  number: number;
  advance: number;
  bearing: number;
  outline: Uint8Array;
}

/** All glyphs of a TrueType font (OpenType 1.9: `loca`, `glyf`, `hmtx`); undefined where a table is missing. */
function glyphsIn(tables: ReadonlyMap<string, Uint8Array>): Glyph[] | undefined {
  const [head, hhea, maxp, loca, glyf, hmtx] = ['head', 'hhea', 'maxp', 'loca', 'glyf', 'hmtx'].map((name) => {
    const table = tables.get(name);
    return table && new DataView(table.buffer, table.byteOffset, table.byteLength);
  });
  if (!head || !hhea || !maxp || !loca || !glyf || !hmtx) return undefined;
  if (head.byteLength < 54 || hhea.byteLength < 36 || maxp.byteLength < 6) return undefined;
  const count = maxp.getUint16(4);
  const metrics = hhea.getUint16(34);
  const isLong = head.getInt16(50) === 1;
  const hasAll = loca.byteLength >= (count + 1) * (isLong ? 4 : 2) && metrics > 0 && metrics <= count;
  if (!hasAll || hmtx.byteLength < metrics * 4 + (count - metrics) * 2) return undefined;
  const placeOf = (number: number) => (isLong ? loca.getUint32(number * 4) : loca.getUint16(number * 2) * 2);
  if (placeOf(count) > glyf.byteLength) return undefined;
  return Array.from({ length: count }, (_, number) => {
    const from = placeOf(number);
    const its = Math.min(number, metrics - 1) * 4;
    const bearing = number < metrics ? its + 2 : metrics * 4 + (number - metrics) * 2;
    return {
      number,
      advance: hmtx.getUint16(its),
      bearing: hmtx.getInt16(bearing),
      outline: new Uint8Array(glyf.buffer, glyf.byteOffset + from, Math.max(0, placeOf(number + 1) - from)),
    };
  });
}

/** The entries of a descriptor that are numbers, sorted by their keys. */
function numbersOf(descriptor: PDFDict): FaceSubset['descriptor'] {
  const entries = descriptor.keys().flatMap((key): FaceSubset['descriptor'] => {
    const value = descriptor.lookup(key);
    if (value instanceof PDFNumber) return [[key.decodeText(), value.asNumber()]];
    const list = value instanceof PDFArray ? value.asArray() : [];
    const numbers = list.flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : []));
    return numbers.length > 0 ? [[key.decodeText(), numbers]] : [];
  });
  return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}

function unitsPerEm(tables: ReadonlyMap<string, Uint8Array>): number {
  const head = tables.get('head') as Uint8Array;
  return new DataView(head.buffer, head.byteOffset).getUint16(18) || 1000;
}

function is(dict: PDFDict, key: string, value: string): boolean {
  return String(dict.lookup(PDFName.of(key))) === `/${value}`;
}

const W2 = PDFName.of('W2');
