import type { PatternsName } from './patterns.ts';

/** The rules by which a language hyphenates its words. */
export interface Hyphenation {
  /** The name of the patterns. */
  patterns: PatternsName;
  /** The fewest letters before and after a hyphen. The style says by `--short-penalty` how it takes two. */
  before: number;
  after: number;
}

/** English without a country is British. */
const hyphenations: Record<string, Hyphenation> = {
  en: { patterns: 'en-gb', before: 2, after: 3 },
  'en-us': { patterns: 'en-us', before: 2, after: 3 },
  uk: { patterns: 'uk', before: 2, after: 2 },
  ru: { patterns: 'ru', before: 2, after: 2 },
  de: { patterns: 'de', before: 2, after: 3 },
  fr: { patterns: 'fr', before: 2, after: 3 },
};

/** Returns the rules for a language, `en-GB`; undefined if there are no patterns for it. */
export function hyphenationOf(lang: string): Hyphenation | undefined {
  const tag = lang.toLowerCase();
  return hyphenations[tag] ?? hyphenations[tag.split('-')[0] ?? ''];
}
