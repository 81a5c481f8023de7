import type { Line } from './breaking/line.ts';
import { letterSpacing } from './letter-spacing.ts';
import type { LineStyle } from './line-style.ts';

/**
 * The px by which a justified line is left short: if it would otherwise be stretched beyond `--line-limit`, or if an
 * address makes it ragged. Its spaces then keep their natural width: a line that is both short and full of holes would
 * be worse than either.
 */
export function shortfall(line: Line, style: LineStyle): number {
  const { ratio, ragged, letters, measure, natural } = line;
  const limit = style['line-limit'];
  if (!ragged && (limit === 0 || ratio <= limit)) return 0;
  return Math.max(0, measure - natural - letters * letterSpacing(line, style));
}
