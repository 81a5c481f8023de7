import type { Root } from 'postcss';

/** The features by which letters of Arabic, and of Indian scripts, become the forms that they have beside others. */
const joining = (
  'abvm abvs akhn blwf blwm blws cfar cjct curs dist fin2 fin3 fina haln half init isol ljmo med2 medi nukt pref pres ' +
  'pstf psts rkrf rphf tjmo vatu vjmo'
).split(' ');

/**
 * The features that a shaper applies by itself (OpenType, registered features), and those for the spacing and figures
 * of ordinary text.
 */
const usual = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', ...joining];

/** The features for letters of a drawing: what joins or places them where their script needs it, and their spacing. */
export function featuresFor(letters: string): string[] {
  return shapedLetter.test(letters) ? [...usual].sort() : ['kern'];
}

/** A letter of a script whose letters change beside others, or have marks of their own: from Hebrew to Mongolian. */
const shapedLetter = /[\u0590-\u109f\u1780-\u18af\u1a20-\u1cff\u2d80-\u2ddf\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff]/;

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
