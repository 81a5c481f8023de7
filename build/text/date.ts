/**
 * Writes a date in words, in the language of these: September 2015, 1. März 2015. Takes YYYY, YYYY-MM or YYYY-MM-DD.
 * The words have the names of months and the forms of dates, as the language’s file has them; without them the date
 * stays as it is (ISO 8601, which is read everywhere). Node’s own names differ from version to version.
 */
export function formatDate(date: string, words: Readonly<Record<string, string>>): string {
  const [year = '', month, day] = date.split('-');
  const { 'date-months': months, 'date-months-of-day': ofDay } = words;
  const name = (list: string | undefined) => list?.split('|')[Number(month) - 1] ?? '';
  if (!month || !months) return date;
  if (!day) return fill(words['date-month'] ?? '', { month: name(months), year });
  const number = day === '01' ? (words['date-first-day'] ?? '1') : String(Number(day));
  return fill(words['date-day'] ?? '', { day: number, month: name(ofDay), year });
}

function fill(form: string, values: Record<string, string>): string {
  return form.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** The first day, YYYY-MM-DD, of a date of which the month or day may be missing. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/**
 * Reads a date as authors write it, in figures or with the name of a month: `5 March 2015`, `March 5, 2015`,
 * `05.03.2015` → `2015-03-05`. `monthLists` are the twelve names in each language that it may be in. Undefined if the
 * day, month or year is missing.
 */
export function dateIn(text: string, monthLists: readonly (readonly string[])[]): string | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (iso) return iso[0];
  const figures = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/.exec(text);
  if (figures) {
    const [, day = '', month = '', year = ''] = figures;
    // 03/25/2015 is American; of 03/05/2015 nobody knows.
    if (figures[0].includes('/') && Number(day) <= 12 && Number(month) <= 12 && day !== month) return undefined;
    return Number(month) > 12 ? dated(year, day, month) : dated(year, month, day);
  }
  const lower = text.toLowerCase();
  for (const list of monthLists) {
    const index = list.findIndex((name) => new RegExp(`(?<!\\p{L})${name.toLowerCase()}(?!\\p{L})`, 'u').test(lower));
    if (index < 0) continue;
    const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(lower)?.[1];
    const year = /(?<!\d)(\d{4})(?!\d)/.exec(lower)?.[1];
    if (day && year) return dated(year, String(index + 1), day);
  }
  return undefined;
}

function dated(year: string, month: string, day: string): string | undefined {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
