import type { PatternsName } from './patterns.ts';

/** How a language divides its words. */
export interface Division {
  /** Name of the patterns. */
  patterns: PatternsName;
  /** The fewest letters that stay before a hyphen, and that are carried over. */
  before: number;
  after: number;
}

/** English without a country is British. */
const divisions: Record<string, Division> = {
  en: { patterns: 'en-gb', before: 2, after: 3 },
  'en-us': { patterns: 'en-us', before: 2, after: 3 },
  uk: { patterns: 'uk', before: 2, after: 2 },
  ru: { patterns: 'ru', before: 2, after: 2 },
  de: { patterns: 'de', before: 2, after: 2 },
  fr: { patterns: 'fr', before: 2, after: 3 },
};

/** How words of a language, `en-GB`, are divided; none where there are no patterns for it. */
export function divisionOf(lang: string): Division | undefined {
  const tag = lang.toLowerCase();
  return divisions[tag] ?? divisions[tag.split('-')[0] ?? ''];
}
