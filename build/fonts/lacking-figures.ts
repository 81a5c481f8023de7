import { openFont } from '../faces/open-font.ts';
import { hasSubstitute } from '../faces/substitutions.ts';
import type { Face } from '../styles/style.ts';

const figures = [...'0123456789'];

/**
 * True if a face has no old-style figures: neither by a feature, nor as its usual ones, beside which it then has lining
 * ones.
 */
export function lacksOldStyle({ data }: Pick<Face, 'data'>): boolean {
  return !figures.some((one) => hasSubstitute(data, 'onum', one, 'en') || hasSubstitute(data, 'lnum', one, 'en'));
}

/** True if a face has no figures of one width, so that numbers in a column are not aligned. */
export function lacksTabular({ data }: Pick<Face, 'data'>): boolean {
  const widths = new Set(figures.map((one) => openFont(data).charToGlyph(one).advanceWidth));
  return widths.size > 1 && !figures.every((one) => hasSubstitute(data, 'tnum', one, 'en'));
}
