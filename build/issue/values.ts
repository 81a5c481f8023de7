import * as v from 'valibot';
import { bareDoi, bareOrcid, bareRor, isDoi, isIssn, isOrcid, isRor } from './identifiers.ts';

/*
 * The kinds of value that settings and front matter have. A message says what is expected, as the end of “expected …”.
 */

export const text = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text'));

/** Text that editors often write as a bare number. */
export const textOrNumber = v.pipe(
  v.union([v.string(), v.number()], 'text or a number'),
  v.transform(String),
  v.trim(),
  v.nonEmpty('text or a number'),
);

export const wholeNumber = v.pipe(
  v.number('a whole number'),
  v.integer('a whole number'),
  v.minValue(1, 'a number from 1'),
);

export const lang = v.pipe(
  text,
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en, en-GB, uk or ru'),
);

export const issn = v.pipe(
  text,
  v.regex(/^\d{4}-\d{3}[\dXx]$/, 'an ISSN such as 1234-5679'),
  v.transform((value) => value.toUpperCase()),
  v.check(isIssn, 'an ISSN whose last digit fits the others: one of its digits is wrong'),
);

export const orcid = v.pipe(
  text,
  v.transform(bareOrcid),
  v.regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'an ORCID such as 0000-0002-1825-0097'),
  v.check(isOrcid, 'an ORCID whose last digit fits the others: one of its digits is wrong'),
);

export const ror = v.pipe(
  text,
  v.transform(bareRor),
  v.regex(/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/, 'a ROR id such as https://ror.org/05gq02987'),
  v.check(isRor, 'a ROR id whose last two digits fit the others: one of its signs is wrong'),
);

export const doi = v.pipe(text, v.transform(bareDoi), v.check(isDoi, 'a DOI such as 10.5555/ua.2015.1'));

export const doiPrefix = v.pipe(text, v.regex(/^10\.\d{4,9}(\.\d+)*$/, 'a DOI prefix such as "10.5555"'));

export const date = v.pipe(
  v.union([v.string(), v.number()], dateForm()),
  v.transform(String),
  v.check(isDate, dateForm()),
);

export const fullDate = v.pipe(
  v.string('a date such as 2015-09-30'),
  v.check((value) => value.length === 10 && isDate(value), 'a date such as 2015-09-30'),
);

export const colour = v.pipe(text, v.regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as "#7a1f2b", in quotation marks'));

export const mailAddress = v.pipe(text, v.email('a mail address'));

export const markdownFile = v.pipe(text, v.regex(/\.md$/, 'the name of a manuscript, ending in .md'));

export const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list with an entry'));

/** A value with the help that an editor program shows for its key. */
export const helped = <T extends v.GenericSchema>(value: T, help: string) => v.pipe(value, v.description(help));

function dateForm(): string {
  return 'a date: 2015, 2015-09 or 2015-09-30';
}

/** Whether text is YYYY, YYYY-MM or YYYY-MM-DD and a day of the calendar. */
function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return !Number.isNaN(when.getTime()) && when.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}
