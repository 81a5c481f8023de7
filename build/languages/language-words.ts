import { type Language, type Languages, languageFor, readSpaces } from './languages.ts';
import type { creditRoles } from './schema.ts';

/**
 * The words of a language for articles and issues, and the forms of its dates as words: lists are joined by bars,
 * `date-months` by twelve names.
 */
export function wordsOfLanguage({
  words,
  'label-words': labels,
  'issue-words': ofIssue,
  dates,
}: Language): Record<string, string> {
  const { source: _, ...own } = { ...words, ...labels, ...ofIssue };
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

/** The word for a role of a contributor, and the language that it is in: English where that of the text has none. */
export function creditWord(
  languages: Languages,
  lang: string,
  role: (typeof creditRoles)[number],
): { word: string; lang: string } {
  const word = languageFor(languages, lang)?.contributions?.[role];
  return word ? { word, lang } : { word: languageFor(languages, 'en')?.contributions?.[role] ?? role, lang: 'en' };
}
