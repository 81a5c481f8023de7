import { type Root, Rule } from 'postcss';
import { xHeightOf } from '../faces/font-heights.ts';
import { familyNames } from './family-names.ts';
import type { Face } from './style.ts';

/** The height of the small letters of the face for formulas, STIX Two, in ems. */
const xHeight = 0.473;

/**
 * Adds `--formula-em` to a stylesheet, unless a designer said it: the size of formulas in a text of 1 em, at which
 * their small letters are as high as those of the text’s face.
 */
export function addFormulaSize(sheet: Root, tokens: Map<string, string>, faces: readonly Face[]): void {
  if (tokens.has('--formula-em')) return;
  const [family] = familyNames(tokens.get('--text-face') ?? '');
  const face = faces.find((one) => one.family === family && one.weight === 400 && !one.italic);
  const height = face && xHeightOf(face.data);
  const value = `${Number(((height ?? xHeight) / xHeight).toFixed(4))}em`;
  tokens.set('--formula-em', value);
  sheet.append(new Rule({ selector: ':root' }).append({ prop: '--formula-em', value }));
}
