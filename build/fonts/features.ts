import type { Root } from 'postcss';

/**
 * The features that a shaper applies by itself (OpenType, registered features), and those for the spacing and figures
 * of ordinary text.
 */
const usual = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig'];

/** Values of `font-variant-*`, and the features they call for (CSS Fonts 4, section 6). */
const variants: Record<string, string[]> = {
  'small-caps': ['smcp'],
  'all-small-caps': ['smcp', 'c2sc'],
  'oldstyle-nums': ['onum'],
  'lining-nums': ['lnum'],
  'proportional-nums': ['pnum'],
  'tabular-nums': ['tnum'],
  'diagonal-fractions': ['frac'],
  super: ['sups'],
  sub: ['subs'],
};

/** The OpenType features that text under a stylesheet can call for, sorted. */
export function featuresIn(sheet: Root): string[] {
  const found = new Set(usual);
  sheet.walkDecls(/^font-(variant|feature-settings)/, ({ prop, value }) => {
    if (prop === 'font-feature-settings') for (const [, tag = ''] of value.matchAll(/["'](\w{4})["']/g)) found.add(tag);
    else for (const word of value.split(/\s+/)) for (const tag of variants[word] ?? []) found.add(tag);
  });
  return [...found].sort();
}
