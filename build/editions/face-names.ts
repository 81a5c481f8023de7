import { postScriptName } from '../pdf/postscript-name.ts';
import type { Style } from '../styles/style.ts';

/** The PostScript names of a style’s faces, by which PDFs know them. */
export function faceNames({ faces }: Pick<Style, 'faces'>): string[] {
  return faces.map(({ data }) => postScriptName(data));
}
