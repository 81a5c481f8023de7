import postcss, { type Root } from 'postcss';

/** The last stylesheet that was asked for. */
let last: { css: string; sheet: Root } | undefined;

/** A stylesheet, parsed, for those who only read it: the style of an issue is asked for again and again. */
export function parsedSheet(css: string): Root {
  if (last?.css !== css) last = { css, sheet: postcss.parse(css) };
  return last.sheet;
}
