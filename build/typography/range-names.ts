import { type Language, oncePerLanguage } from '../languages/languages.ts';

/** The months and days of a language, as they may stand at the two ends of a range. */
export interface RangeNames {
  /** The first of two names with a hyphen between them: January-March, Monday-Friday. */
  pattern: RegExp;
  /** True if two words are shortened days of one week, in its order, which may begin with its Sunday. */
  isRangeOfDays(from: string, to: string): boolean;
}

/** Returns the names of a language; undefined if its months are not known. */
export const rangeNames = oncePerLanguage(({ dates }): RangeNames | undefined => dates && namesOf(dates));

function namesOf(dates: NonNullable<Language['dates']>): RangeNames {
  const { months, 'months-of-day': ofDay = [], 'months-short': shortened = [], days = [] } = dates;
  // Sept., and Sep.
  const short = shortened.flatMap((month) => [month, month.slice(0, 3)]);
  const all = [...new Set([...months, ...ofDay, ...short, ...days].map((name) => name.replace(/\.$/, '')))];
  const written = all.sort((a, b) => b.length - a.length).map((name) => name.replace(/['’ʼ]/g, "['’ʼ]"));
  const name = `(?:${written.join('|')})\\.?`;
  const week = (dates['days-short'] ?? []).map((day) => day.replace(/\.$/, ''));
  const order = [week.at(-1), ...week];
  return {
    pattern: new RegExp(String.raw`(?<![\p{L}\d-])${name}(?=-${name}(?![\p{L}-]))`, 'giu'),
    isRangeOfDays: (from, to) => week.includes(from) && order.lastIndexOf(to) > order.indexOf(from),
  };
}
