import postcss, { type Root } from 'postcss';

/** The stylesheet that was parsed last. */
let last: { css: string; sheet: Root } | undefined;

/**
 * Parses a stylesheet for callers that only read it, and keeps the last one: the style of an issue is needed again and
 * again.
 */
export function parsedSheet(css: string): Root {
  if (last?.css !== css) last = { css, sheet: postcss.parse(css) };
  return last.sheet;
}
