import * as v from 'valibot';
import { bareDoi, bareOrcid, bareRor, isDoi, isIssn, isOrcid, isRor } from './identifiers.ts';

/*
 * What editors may write in journal.yaml, issue.yaml and front matter. Types, validation and the JSON Schemas in schemas/ all come from
 * here. A message says what is expected, as the end of "expected …".
 */

const text = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text that is not empty'));
/** Text that editors often write as a bare number. */
const textOrNumber = v.pipe(
  v.union([v.string(), v.number()], 'text or a number'),
  v.transform(String),
  v.trim(),
  v.nonEmpty('text or a number'),
);
const lang = v.pipe(text, v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en, en-GB, uk or ru'));
const issn = v.pipe(
  text,
  v.regex(/^\d{4}-\d{3}[\dXx]$/, 'an ISSN such as 1234-5679'),
  v.transform((value) => value.toUpperCase()),
  v.check(isIssn, 'an ISSN whose last digit fits the others (one of its digits is wrong)'),
);
const orcid = v.pipe(
  text,
  v.transform(bareOrcid),
  v.regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'an ORCID such as 0000-0002-1825-0097'),
  v.check(isOrcid, 'an ORCID whose last digit fits the others (one of its digits is wrong)'),
);
const ror = v.pipe(text, v.transform(bareRor), v.check(isRor, 'a ROR id such as https://ror.org/05gq02987'));
const doi = v.pipe(text, v.transform(bareDoi), v.check(isDoi, 'a DOI such as 10.5555/ua.2015.1'));
const date = v.pipe(
  v.union([v.string(), v.number()], 'a date: 2015, 2015-09 or 2015-09-30'),
  v.transform(String),
  v.check(isDate, 'a date: 2015, 2015-09 or 2015-09-30'),
);
const fullDate = v.pipe(
  v.string('a date such as 2015-09-30'),
  v.check((value) => value.length === 10 && isDate(value), 'a date such as 2015-09-30'),
);
const markdownFile = v.pipe(text, v.regex(/\.md$/, 'the name of a manuscript, ending in .md'));
const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list with an entry'));

export const journalSchema = v.strictObject(
  {
    title: text,
    short: text,
    lang,
    description: v.optional(text),
    issn: v.optional(v.strictObject({ print: v.optional(issn), online: v.optional(issn) }, 'print: and online:')),
    publisher: v.strictObject(
      { name: text, place: v.optional(text), country: v.optional(text) },
      'name:, place: and country:',
    ),
    contacts: v.optional(v.record(v.string(), textOrNumber, 'keys such as website: and email:')),
    editors: list(
      v.strictObject(
        { name: text, honorific: v.optional(text), role: v.optional(text), orcid: v.optional(orcid) },
        'an editor: name:, honorific:, role:, orcid:',
      ),
    ),
    board: v.optional(
      v.strictObject(
        {
          title: text,
          members: list(
            v.strictObject(
              { name: text, honorific: v.optional(text), country: v.optional(text), affiliation: v.optional(text) },
              'a member: name:, honorific:, country:, affiliation:',
            ),
          ),
        },
        'title: and members:',
      ),
    ),
    license: v.optional(text),
    copyright: v.optional(text),
    doi: v.optional(
      v.strictObject(
        { prefix: v.pipe(text, v.regex(/^10\.\d{4,9}(\.\d+)*$/, 'a DOI prefix such as 10.5555')) },
        'prefix:',
      ),
    ),
    style: v.optional(text, 'quarterly'),
    'citation-style': v.optional(text),
  },
  'the journal’s facts: title:, short:, lang: and so on',
);

export const issueSchema = v.strictObject(
  {
    volume: textOrNumber,
    number: textOrNumber,
    whole: v.optional(textOrNumber),
    date,
    title: v.optional(text),
    topics: v.optional(list(text)),
    cover: v.optional(text),
    accent: v.optional(v.pipe(text, v.regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as "#7a1f2b", in quotation marks'))),
    'first-page': v.optional(
      v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(1, 'a number from 1')),
      1,
    ),
    doi: v.optional(doi),
    'publishers-note': v.optional(text),
    contents: list(
      v.strictObject(
        { section: v.optional(text), articles: list(markdownFile) },
        'a section: section: (its name) and articles: (a list of files)',
      ),
    ),
  },
  'the issue’s facts: volume:, number:, date:, contents: and so on',
);

const author = v.strictObject(
  {
    name: text,
    given: v.optional(text),
    family: v.optional(text),
    honorific: v.optional(text),
    affiliation: v.optional(text),
    country: v.optional(text),
    ror: v.optional(ror),
    orcid: v.optional(orcid),
    email: v.optional(v.pipe(text, v.email('a mail address'))),
    bio: v.optional(text),
    corresponding: v.optional(v.boolean('true or false')),
  },
  'an author: name:, affiliation: and so on',
);

export const frontMatterSchema = v.strictObject(
  {
    title: text,
    subtitle: v.optional(text),
    'short-title': v.optional(text),
    kind: v.optional(
      v.picklist(
        ['article', 'interview', 'review', 'editorial', 'note'],
        'article, interview, review, editorial or note',
      ),
      'article',
    ),
    authors: list(author),
    abstract: v.optional(text),
    keywords: v.optional(list(text)),
    lang: v.optional(lang),
    doi: v.optional(doi),
    received: v.optional(fullDate),
    accepted: v.optional(fullDate),
    funding: v.optional(text),
    license: v.optional(text),
    translations: v.optional(
      list(
        v.strictObject(
          { lang, title: v.optional(text), abstract: v.optional(text), keywords: v.optional(list(text)) },
          'a translation: lang:, title:, abstract:, keywords:',
        ),
      ),
    ),
    bibliography: v.optional(text),
  },
  'the article’s facts: title:, authors: and so on',
);

export type JournalFacts = v.InferOutput<typeof journalSchema>;
export type IssueFacts = v.InferOutput<typeof issueSchema>;
export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;
export type Author = FrontMatter['authors'][number];

/** Whether text is YYYY, YYYY-MM or YYYY-MM-DD and a day of the calendar. */
function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return when.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}
