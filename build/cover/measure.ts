import { Blob, Buffer, Face as Faces, Feature, Font as Shaper, shape } from 'harfbuzzjs';
import { openFont } from '../faces/open-font.ts';
import type { Face } from '../styles/style.ts';

/** The face and size that a line of text is set in. */
export interface TitleFont {
  /** Families in order of preference, as in CSS: `"Source Serif 4", "Noto Serif"`. */
  family: string;
  weight?: number;
  italic?: boolean;
  /** In the unit of the widths. */
  size: number;
  /** Letter-spacing in em. */
  spacing?: number;
}

/** The width of a text set in one line, in the unit of the font's size. */
export type MeasureTitle = (text: string, font: TitleFont) => number;

/**
 * Opens a style's faces to measure text with: shaped as the browser does, with the kerning and ligatures of the face.
 */
export function openMeasure(faces: readonly Face[]): MeasureTitle {
  // A title is tried at many sizes, and its lines do not change in between.
  const known = new Map<string, number>();
  return (text, { family, weight = 400, italic = false, size, spacing = 0 }) => {
    const key = `${family}\n${weight}\n${italic}\n${spacing === 0}\n${text}`;
    let width = known.get(key);
    if (width === undefined) {
      const usable = usableFaces(faces, { family, weight, italic });
      width = runsByFace(text, usable).reduce((sum, run) => sum + advance(run, spacing === 0), 0);
      known.set(key, width);
    }
    return (width + [...text].length * spacing) * size;
  };
}

/**
 * The white between the ink of a text’s last glyph and the end of its advance, in the unit of the font’s size. It is
 * negative where the ink stands out. Great letters look out of line with small ones that end at the same place.
 */
export type MeasureEnd = (text: string, font: TitleFont) => number;

/** Opens a style’s faces to measure where the ink of texts ends. */
export function openMeasureEnd(faces: readonly Face[]): MeasureEnd {
  return (text, font) => {
    const { face, text: last } = runsByFace(text, usableFaces(faces, font)).at(-1) ?? {};
    if (!face || !last) return 0;
    const { font: shaper, unitsPerEm } = shaperOf(face.data);
    const glyph = shapeRun(shaper, last, true).getGlyphInfosAndPositions().at(-1);
    const extents = glyph && shaper.glyphExtents(glyph.codepoint);
    if (!extents) return 0;
    return (((glyph.xAdvance ?? 0) - extents.xBearing - extents.width) / unitsPerEm) * font.size;
  };
}

const shapers = new WeakMap<Uint8Array, { font: Shaper; unitsPerEm: number }>();

function shaperOf(data: Uint8Array): { font: Shaper; unitsPerEm: number } {
  const known = shapers.get(data);
  if (known) return known;
  const face = new Faces(new Blob(data.slice().buffer as ArrayBuffer));
  const opened = { font: new Shaper(face), unitsPerEm: face.upem };
  shapers.set(data, opened);
  return opened;
}

/** The width of a run in em. Letters that are spaced have no ligatures. */
function advance({ face, text }: Run, hasLigatures: boolean): number {
  const { font, unitsPerEm } = shaperOf(face.data);
  const positions = shapeRun(font, text, hasLigatures).getGlyphPositions();
  return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / unitsPerEm;
}

function shapeRun(font: Shaper, text: string, hasLigatures: boolean): Buffer {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, hasLigatures ? [] : ['liga', 'clig'].map((tag) => new Feature(tag, 0)));
  return buffer;
}

/** The faces of a font’s families, in the order of these. */
function usableFaces(
  faces: readonly Face[],
  { family, weight = 400, italic = false }: Pick<TitleFont, 'family' | 'weight' | 'italic'>,
): Face[] {
  const names = family.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
  return names.flatMap(
    (name) => faces.find((face) => face.family === name && face.weight === weight && face.italic === italic) ?? [],
  );
}

interface Run {
  face: Face;
  text: string;
}

/** Cuts a text where one face lacks a letter or one of its accents, so that the next one sets it. */
function runsByFace(text: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = [];
  for (const [letter] of text.matchAll(/[^\p{M}]\p{M}*|\p{M}+/gu)) {
    const face = faces.find(({ data }) => [...letter].every((one) => openFont(data).hasChar(one))) ?? faces[0];
    const last = runs.at(-1);
    if (face && last?.face === face) last.text += letter;
    else if (face) runs.push({ face, text: letter });
  }
  return runs;
}
