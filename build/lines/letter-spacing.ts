import type { Line } from './breaking/line.ts';
import type { LineStyle } from './line-style.ts';

/** Letters that are joined to the next: a space would part them. */
export const joinedLetters =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}]/u;

/**
 * The letter spacing of a line in em; negative if its letters are drawn together. An amount too small to be seen is
 * left to the spaces, because each spaced stretch costs the browser an element. A line without spaces always needs it,
 * and is drawn together as far as allowed: spaced letters have no ligatures, so that the line may turn out wider than
 * it was measured.
 */
export function letterSpacing({ spacing, gaps }: Line, style: LineStyle): number {
  const share = spacing * (spacing > 0 ? style['letter-stretch'] : style['letter-shrink']);
  if (gaps === 0) return spacing < 0 ? -style['letter-shrink'] : share;
  return Math.abs(share) <= style['letter-least'] ? 0 : share;
}
