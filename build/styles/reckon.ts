import { type Root, Rule } from 'postcss';
import { points, workOut } from './lengths.ts';

/**
 * Columns that there are fewer of where they would be too narrow: how many, their gap, the size of what stands in them,
 * and how wide each is at least.
 */
export const columnTokens = [
  { count: '--columns', gap: '--column-gap', size: '--text-size', least: '--column-least' },
  { count: '--note-columns', gap: '--column-gap', size: '--note-size', least: '--note-column-least' },
  { count: '--front-columns', gap: '--front-column-gap', size: '--sans-size', least: '--front-column-least' },
] as const;

/**
 * The tokens of a printed style with every sum worked out, and with what follows from the page: where `--lines` is
 * `auto`, as many as the page and its margins hold, and no more columns than are wide enough to be read. Writes them
 * into the stylesheet, too. A value that cannot be computed stays as it is.
 */
export function reckonTokens(sheet: Root, tokens: ReadonlyMap<string, string>): Map<string, string> {
  const reckoned = new Map([...tokens].map(([name, value]) => [name, workOut(value)]));
  const lines = reckoned.get('--lines') === 'auto' ? linesOf(reckoned) : undefined;
  if (lines !== undefined) reckoned.set('--lines', String(lines));
  for (const { count } of columnTokens) {
    const columns = columnsOf(reckoned, count);
    if (columns !== undefined) reckoned.set(count, String(columns));
  }
  const changed = [...reckoned].filter(([name, value]) => value !== tokens.get(name));
  if (changed.length > 0)
    sheet.append(new Rule({ selector: ':root' }).append(...changed.map(([prop, value]) => ({ prop, value }))));
  return reckoned;
}

/** The number of lines that have room between the margins at the head and the foot of the page. */
export function linesOf(tokens: ReadonlyMap<string, string>): number | undefined {
  const [height, head, foot, line] = ['--page-height', '--margin-head', '--margin-foot', '--line'].map((name) =>
    points(tokens.get(name)),
  );
  if (height === undefined || head === undefined || foot === undefined || !line) return undefined;
  // A thousandth of a line is what conversions between units lose.
  return Math.max(0, Math.floor((height - head - foot) / line + 0.001));
}

/** The width between the margins at the sides, in points. */
export function textWidthOf(tokens: ReadonlyMap<string, string>): number | undefined {
  const [width, inner, outer] = ['--page-width', '--margin-inner', '--margin-outer'].map((name) =>
    points(tokens.get(name)),
  );
  return width === undefined || inner === undefined || outer === undefined ? undefined : width - inner - outer;
}

/** The number of columns, at most what a token asks for, that are wide enough; undefined if that cannot be known. */
export function columnsOf(tokens: ReadonlyMap<string, string>, token: string): number | undefined {
  const names = columnTokens.find(({ count }) => count === token);
  const asked = Number(tokens.get(token));
  const width = textWidthOf(tokens);
  if (!names || !Number.isInteger(asked) || asked < 1 || width === undefined) return undefined;
  const least = points(tokens.get(names.least), points(tokens.get(names.size)));
  const gap = points(tokens.get(names.gap));
  if (least === undefined || gap === undefined) return undefined;
  return Math.min(asked, Math.max(1, Math.floor((width + gap) / (least + gap))));
}
