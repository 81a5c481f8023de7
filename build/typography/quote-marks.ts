/** The outer and inner marks of a language, with the spaces inside them. */
export interface QuoteMarks {
  outer: Pair;
  inner: Pair;
}

export type Pair = readonly [opening: string, closing: string];

const thin = '\u202f';
export const english: QuoteMarks = { outer: ['“', '”'], inner: ['‘', '’'] };
const marks: Record<string, QuoteMarks> = {
  en: english,
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  be: { outer: ['«', '»'], inner: ['„', '“'] },
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
  fr: { outer: [`«${thin}`, `${thin}»`], inner: ['“', '”'] },
};

/** Returns the marks of a language. */
export function quoteMarksOf(lang = 'en'): QuoteMarks {
  return marks[lang.split('-')[0] as string] ?? english;
}

/**
 * The marks within a pair that an author has typed, if they depend on it rather than on the language: »…« has ›…‹, as
 * in German, Danish, Czech and Serbian books, and the «…» of Switzerland ‹…›.
 */
export function innerOf(opening: string, lang = 'en'): Pair | undefined {
  if (opening === '»') return ['›', '‹'];
  return opening === '«' && lang.startsWith('de') ? ['‹', '›'] : undefined;
}

/** True if the quotation marks of a language are known; else English ones are set. */
export function hasMarks(lang: string): boolean {
  return Object.hasOwn(marks, lang.split('-')[0] as string);
}
