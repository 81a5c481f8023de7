import { oncePerLanguage, readSpaces } from '../languages/languages.ts';

/** The outer and inner marks of a language, with the spaces inside them. */
export interface QuoteMarks {
  outer: Pair;
  inner: Pair;
  /** True if " is outer and ' inner, or the other way round, as the author types them. */
  asTyped: boolean;
}

export type Pair = readonly [opening: string, closing: string];

const english: QuoteMarks = { outer: ['“', '”'], inner: ['‘', '’'], asTyped: true };

/** Returns the marks of a language; English ones for one without. */
export const quoteMarksOf = oncePerLanguage(({ quotes }): QuoteMarks => {
  if (!quotes) return english;
  const pair = ([opening, closing]: Pair): Pair => [readSpaces(opening), readSpaces(closing)];
  return { outer: pair(quotes.outer), inner: pair(quotes.inner), asTyped: quotes['as-typed'] === true };
});

/**
 * The marks within a pair that an author has typed, if they depend on it rather than on the language: »…« has ›…‹, as
 * in German, Danish, Czech and Serbian books, and the «…» of Switzerland ‹…›.
 */
export function innerOf(opening: string, lang = 'en'): Pair | undefined {
  if (opening === '»') return ['›', '‹'];
  return opening === '«' && lang.startsWith('de') ? ['‹', '›'] : undefined;
}
