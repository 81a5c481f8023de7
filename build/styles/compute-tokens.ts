import { type Root, Rule } from 'postcss';
import { points, workOut } from './lengths.ts';

/**
 * The columns that become fewer if they would be too narrow: the tokens for their number, their gap, the size of the
 * text inside, and their least width.
 */
export const columnTokens = [
  { count: '--columns', gap: '--column-gap', size: '--text-size', least: '--column-least' },
  { count: '--note-columns', gap: '--column-gap', size: '--note-size', least: '--note-column-least' },
  { count: '--front-columns', gap: '--front-column-gap', size: '--sans-size', least: '--front-column-least' },
] as const;

/**
 * Works out every sum in the tokens of a printed style, and the values that follow from the page: for `--lines: auto`,
 * as many as fit between the margins, and no more columns than are wide enough to be read. Writes them into the
 * stylesheet, too. A value that cannot be computed stays as it is.
 */
export function computeTokens(sheet: Root, tokens: ReadonlyMap<string, string>): Map<string, string> {
  const computed = new Map([...tokens].map(([name, value]) => [name, workOut(value)]));
  const lines = computed.get('--lines') === 'auto' ? lineCount(computed) : undefined;
  if (lines !== undefined) computed.set('--lines', String(lines));
  for (const { count } of columnTokens) {
    const columns = columnCount(computed, count);
    if (columns !== undefined) computed.set(count, String(columns));
  }
  const changed = [...computed].filter(([name, value]) => value !== tokens.get(name));
  if (changed.length > 0)
    sheet.append(new Rule({ selector: ':root' }).append(...changed.map(([prop, value]) => ({ prop, value }))));
  return computed;
}

/** The number of lines that have room between the margins at the head and the foot of the page. */
export function lineCount(tokens: ReadonlyMap<string, string>): number | undefined {
  const [height, head, foot, line] = ['--page-height', '--margin-head', '--margin-foot', '--line'].map((name) =>
    points(tokens.get(name)),
  );
  if (height === undefined || head === undefined || foot === undefined || !line) return undefined;
  // Conversions between units lose up to a thousandth of a line.
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
function columnCount(tokens: ReadonlyMap<string, string>, token: string): number | undefined {
  const names = columnTokens.find(({ count }) => count === token);
  const asked = Number(tokens.get(token));
  const width = textWidthOf(tokens);
  if (!names || !Number.isInteger(asked) || asked < 1 || width === undefined) return undefined;
  const least = points(tokens.get(names.least), points(tokens.get(names.size)));
  const gap = points(tokens.get(names.gap));
  if (least === undefined || gap === undefined) return undefined;
  return Math.min(asked, Math.max(1, Math.floor((width + gap) / (least + gap))));
}
