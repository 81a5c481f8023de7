import type { Line } from './breaking/line.ts';
import { letterSpacing } from './letter-spacing.ts';
import type { LineStyle } from './line-properties.ts';

/** What a justified line that would be stretched beyond all bounds is left short, in px: then its spaces are as wide as they are by themselves, for a line that is short and full of holes is worse than either. */
export function shortfall(line: Line, style: LineStyle): number {
  const { ratio, letters, measure, natural } = line;
  const limit = style['line-limit'];
  if (limit === 0 || ratio <= limit) return 0;
  return Math.max(0, measure - natural - letters * letterSpacing(line, style));
}
