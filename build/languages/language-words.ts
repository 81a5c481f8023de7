import { type Language, readSpaces } from './languages.ts';

/**
 * The words of a language for articles and issues, and the forms of its dates as words: lists are joined by bars,
 * `date-months` by twelve names.
 */
export function wordsOfLanguage({ words, 'issue-words': ofIssue, dates }: Language): Record<string, string> {
  const { source: _, ...own } = { ...words, ...ofIssue };
  const said = Object.entries(own).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, readSpaces(value)] as const] : [],
  );
  return { ...Object.fromEntries(said), ...(dates ? dateWords(dates) : {}) };
}

function dateWords(dates: NonNullable<Language['dates']>): Record<string, string> {
  const { months, day, month } = dates;
  return {
    'date-months': months.join('|'),
    'date-months-of-day': (dates['months-of-day'] ?? months).join('|'),
    'date-day': readSpaces(day),
    'date-month': readSpaces(month),
    'date-first-day': dates['first-day'] ?? '1',
  };
}
