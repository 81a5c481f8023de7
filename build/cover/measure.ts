import type opentype from 'opentype.js';
import { openFont } from '../fonts/open-font.ts';
import type { Face } from '../styles/style.ts';

/** How a line of text is to be set. */
export interface Font {
  /** Families in order of preference, as in CSS: `"Source Serif 4", "Noto Serif"`. */
  family: string;
  weight?: number;
  italic?: boolean;
  /** In the unit the width comes out in. */
  size: number;
  /** Letter-spacing in em. */
  spacing?: number;
}

/** The width of a text set in one line, in the unit of the font's size. */
export type Measure = (text: string, font: Font) => number;

/** Opens a style's faces to measure text with. */
export function openMeasure(faces: readonly Face[]): Measure {
  return (text, { family, weight = 400, italic = false, size, spacing = 0 }) => {
    const names = family.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
    const fonts = names.flatMap((name) => {
      const face = faces.find((f) => f.family === name && f.weight === weight && f.italic === italic);
      return face ? [openFont(face.data)] : [];
    });
    let width = 0;
    for (const run of runsByFont([...text], fonts)) width += (advance(run) / run.font.unitsPerEm) * size;
    return width + [...text].length * spacing * size;
  };
}

/** Letters and kerning; opentype.js does not know every kind of substitution that these faces have, and headlines need none. */
function advance({ font, text }: Run): number {
  const glyphs = [...text].map((letter) => font.charToGlyph(letter));
  return glyphs.reduce((sum, glyph, i) => {
    const before = glyphs[i - 1];
    return sum + (glyph.advanceWidth ?? 0) + (before ? font.getKerningValue(before, glyph) : 0);
  }, 0);
}

interface Run {
  font: opentype.Font;
  text: string;
}

/** Cuts a text where one face lacks a letter and the next has to help out. */
function runsByFont(letters: string[], fonts: opentype.Font[]): Run[] {
  const runs: Run[] = [];
  for (const letter of letters) {
    const font = fonts.find((one) => one.hasChar(letter)) ?? fonts[0];
    const last = runs.at(-1);
    if (font && last?.font === font) last.text += letter;
    else if (font) runs.push({ font, text: letter });
  }
  return runs;
}
