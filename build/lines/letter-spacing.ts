import type { Line } from './breaking/line.ts';
import type { LineStyle } from './line-properties.ts';

/**
 * How far the letters of a line are spaced out, or drawn together, in em. So little that nobody sees it is left to the spaces, for each stretch that is spaced is an
 * element that the browser has to print. A line without spaces needs it, and is drawn together as far as may be, for it may come out a little wider than it was measured:
 * letters that are spaced have no ligatures.
 */
export function letterSpacing({ spacing, gaps }: Line, style: LineStyle): number {
  const share = spacing * (spacing > 0 ? style['letter-stretch'] : style['letter-shrink']);
  if (gaps === 0) return spacing < 0 ? -style['letter-shrink'] : share;
  return Math.abs(share) <= style['letter-least'] ? 0 : share;
}
