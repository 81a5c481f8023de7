import * as v from 'valibot';
import { bareDoi, bareOrcid, bareRor, isDoi, isIsbn, isIssn, isOrcid, isRor } from '../text/identifiers.ts';
import { expectedTag, isLanguageTag } from '../text/language-tag.ts';

/*
 * The kinds of value in settings and front matter. A message describes the expected value, as the end of “expected …”.
 */

const worded = (expected: string) => v.pipe(v.string(expected), v.trim(), v.nonEmpty(expected));

export const text = worded('text');

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

const langForm = 'a language tag such as en, en-GB, uk or ru';
const langPattern = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
export const lang = v.pipe(
  worded(langForm),
  v.regex(langPattern, langForm),
  v.check(
    (value) => !langPattern.test(value) || isLanguageTag(value),
    ({ input }) => expectedTag(input),
  ),
);

const issnForm = 'an ISSN such as 1234-5679';
export const issn = v.pipe(
  worded(issnForm),
  v.regex(/^\d{4}-\d{3}[\dXx]$/, issnForm),
  v.transform((value) => value.toUpperCase()),
  v.check(isIssn, 'an ISSN whose last digit fits the others: one of its digits is wrong'),
);

const isbnForm = 'an ISBN in quotation marks, such as "978-3-16-148410-0"';
export const isbn = v.pipe(
  v.union([v.string(), v.number()], isbnForm),
  v.transform(String),
  v.trim(),
  v.check((value) => /^[\d\s‐–—-]{9,20}[\dXx]$/.test(value), isbnForm),
  v.check(
    (value) => !/^[\d\s‐–—-]{9,20}[\dXx]$/.test(value) || isIsbn(value),
    'an ISBN whose last digit fits the others: one of its digits is wrong',
  ),
);

const orcidForm = 'an ORCID such as 0000-0002-1825-0097';
export const orcid = v.pipe(
  worded(orcidForm),
  v.transform(bareOrcid),
  v.regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, orcidForm),
  v.check(isOrcid, 'an ORCID whose last digit fits the others: one of its digits is wrong'),
);

const rorForm = 'a ROR id such as https://ror.org/05gq02987';
export const ror = v.pipe(
  worded(rorForm),
  v.transform(bareRor),
  v.regex(/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/, rorForm),
  v.check(isRor, 'a ROR id whose last two digits fit the others: one of its signs is wrong'),
);

const doiForm = 'a DOI such as 10.5555/ua.2015.1';
export const doi = v.pipe(worded(doiForm), v.transform(bareDoi), v.check(isDoi, doiForm));

const prefixForm = 'a DOI prefix in quotation marks, such as "10.5555"';
export const doiPrefix = v.pipe(worded(prefixForm), v.regex(/^10\.\d{4,9}(\.\d+)*$/, prefixForm));

const dateForm = 'a date: 2015, 2015-09 or 2015-09-30';
export const date = v.pipe(v.union([v.string(), v.number()], dateForm), v.transform(String), v.check(isDate, dateForm));

const dayForm = 'a date such as 2015-09-30';
export const fullDate = v.pipe(
  v.string(dayForm),
  v.check((value) => value.length === 10 && isDate(value), dayForm),
);

const colourForm = 'a colour in quotation marks, such as "#7a1f2b"';
export const colourValue = v.pipe(worded(colourForm), v.regex(/^#[0-9a-fA-F]{6}$/, colourForm));

const mailForm = 'a mail address';
export const mailAddress = v.pipe(worded(mailForm), v.email(mailForm));

const webForm = 'an address that begins with https://';
/** An address on the web. Braces may stand in it, where something is put in. */
export const webAddress = v.pipe(
  worded(webForm),
  v.check((value) => /^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value.replace(/[{}]/g, '')), webForm),
);

const pathForm = 'a path on the site that begins with /, such as /index.php/annals/article/view/12';
/** The path of an address on a site, from the root of its server on. */
export const sitePath = v.pipe(
  worded(pathForm),
  v.check((value) => /^\/[^\s<>"\\]*$/.test(value) && !/^\/\//.test(value), pathForm),
);
const fileForm = 'the name of a manuscript, ending in .md';
export const markdownFile = v.pipe(worded(fileForm), v.regex(/\.md$/, fileForm));

export const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list with an entry'));

/** A value with the help that an editor program shows for its key. */
export const helped = <T extends v.GenericSchema>(value: T, help: string) => v.pipe(value, v.description(help));

/** True if a text is YYYY, YYYY-MM or YYYY-MM-DD and a day of the calendar. */
function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return !Number.isNaN(when.getTime()) && when.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

/** One text, or a list of them. */
export const textOrTexts = v.union([text, list(text)], 'text, or a list of texts');
