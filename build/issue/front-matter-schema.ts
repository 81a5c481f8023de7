import * as v from 'valibot';
import { creditRoles } from '../languages/schema.ts';
import {
  date,
  doi,
  fullDate,
  helped,
  isbn,
  lang,
  list,
  mailAddress,
  orcid,
  ror,
  sitePath,
  text,
  textOrNumber,
  textOrTexts,
} from './values.ts';

const nameEntries = {
  name: helped(text, 'The name as it is printed.'),
  given: v.optional(helped(text, 'Given names, where a program could not tell them from the name.')),
  family: v.optional(helped(text, 'The family name, by which indexes sort.')),
};

const affiliation = v.strictObject(
  {
    name: helped(text, 'The university or institute.'),
    country: v.optional(helped(text, 'Its country.')),
    ror: v.optional(helped(ror, 'Its ROR id: https://ror.org/05gq02987.')),
  },
  'an institution, with the keys name:, country:, ror:',
);

const author = v.strictObject(
  {
    ...nameEntries,
    honorific: v.optional(helped(text, 'Dr., Prof. and the like; printed before the name.')),
    affiliation: v.optional(helped(text, 'The university or institute.')),
    country: v.optional(helped(text, 'The institution’s country.')),
    ror: v.optional(helped(ror, 'The institution’s ROR id: https://ror.org/05gq02987.')),
    affiliations: v.optional(helped(list(affiliation), 'Further institutions, where the author has several.')),
    orcid: v.optional(helped(orcid, 'The ORCID, bare or as an address: 0000-0002-1825-0097.')),
    roles: v.optional(
      helped(
        list(v.picklist(creditRoles, `one of ${creditRoles.join(', ')}`)),
        'What the author did, by the roles of CRediT: [conceptualization, writing-original-draft].',
      ),
    ),
    email: v.optional(helped(mailAddress, 'A mail address, printed at the end of the article.')),
    note: v.optional(
      helped(text, 'A note to the author’s name, printed at the foot of the first page with a sign: †.'),
    ),
    bio: v.optional(helped(text, 'A sentence or two for the end of the article.')),
    corresponding: v.optional(helped(v.boolean('true or false'), 'Whether readers write to this author.')),
  },
  'an author, with the keys name:, affiliation: and so on',
);

const translation = v.strictObject(
  {
    lang: helped(lang, 'The language of the translation: en, uk, ru, de, fr …'),
    title: v.optional(helped(text, 'The title in that language.')),
    abstract: v.optional(helped(text, 'The abstract in that language.')),
    keywords: v.optional(helped(list(text), 'The keywords in that language.')),
  },
  'a translation, with the keys lang:, title:, abstract:, keywords:',
);

const person = v.strictObject(
  { ...nameEntries, orcid: v.optional(helped(orcid, 'The ORCID, bare or as an address.')) },
  'a person, with the keys name:, given:, family:, orcid:',
);

const reviewedWork = v.strictObject(
  {
    title: helped(text, 'The title, without marks: it is printed in italics.'),
    authors: v.optional(helped(list(text), 'Its authors, as they are printed.')),
    editors: v.optional(helped(list(text), 'Its editors.')),
    translators: v.optional(helped(list(text), 'Its translators.')),
    lang: v.optional(helped(lang, 'The language of its title, where it is not the article’s.')),
    series: v.optional(helped(text, 'The series, with the number in it.')),
    place: v.optional(helped(text, 'Where it was published.')),
    publisher: v.optional(helped(text, 'The publisher.')),
    year: v.optional(helped(textOrNumber, 'The year.')),
    extent: v.optional(helped(text, 'How long it is: 320 pp., 2 vols.')),
    isbn: v.optional(helped(isbn, 'The ISBN.')),
    price: v.optional(helped(text, 'The price, with its currency: €49.95.')),
    doi: v.optional(helped(doi, 'The DOI.')),
  },
  'a work, with the keys title:, authors:, publisher:, year: and so on',
);

const relatedArticle = v.strictObject(
  {
    title: helped(text, 'The title of the other article.'),
    doi: v.optional(helped(doi, 'The DOI of the other article.')),
    date: v.optional(helped(date, 'When it appeared.')),
  },
  'an article, with the keys title:, doi:, date:',
);

const grant = v.strictObject(
  {
    funder: helped(text, 'Who paid.'),
    ror: v.optional(helped(ror, 'The funder’s ROR id.')),
    award: v.optional(helped(textOrNumber, 'The number of the grant.')),
  },
  'a grant, with the keys funder:, ror:, award:',
);

/** The kinds of article, as `kind:` names them. */
export const kinds = [
  'article',
  'interview',
  'review',
  'editorial',
  'note',
  'letter',
  'document',
  'obituary',
  'erratum',
  'retraction',
  'expression-of-concern',
] as const;

const kindList = kinds.join(', ').replace(/, (?=[^,]*$)/, ' or ');

/** The front matter of a manuscript, between the lines of three hyphens at its head. */
export const frontMatterSchema = v.strictObject(
  {
    title: helped(text, 'The article’s title; *emphasis* can stand in it.'),
    subtitle: v.optional(helped(text, 'A subtitle, without a colon before it.')),
    'title-note': v.optional(
      helped(
        text,
        'A note to the title, printed at the foot of the first page with a sign, *: thanks, an earlier version.',
      ),
    ),
    'short-title': v.optional(helped(text, 'A shorter title for the running heads.')),
    kind: v.optional(helped(v.picklist(kinds, kindList), `What the piece is: ${kindList}.`), 'article'),
    authors: helped(list(author), 'The authors, in order.'),
    abstract: v.optional(helped(text, 'What the article says; an empty line between paragraphs.')),
    keywords: v.optional(helped(list(text), 'Words by which the article is found: [margins, pages].')),
    lang: v.optional(helped(lang, 'The article’s language, where it is not the journal’s: en, uk, ru, de, fr …')),
    doi: v.optional(helped(doi, 'The article’s DOI: 10.5555/ua.2015.1.1.')),
    received: v.optional(helped(fullDate, 'When the manuscript came in: 2015-09-30.')),
    accepted: v.optional(helped(fullDate, 'When it was accepted: 2015-09-30.')),
    published: v.optional(
      helped(
        fullDate,
        'When it appeared on the web, if that was before or after its issue: 2015-09-30. It is not printed.',
      ),
    ),
    earlier: v.optional(
      helped(
        list(sitePath),
        'Paths that its page had earlier, from the root of the server on: [/index.php/annals/article/view/12]. offprint site leads them to where it is now.',
      ),
    ),
    reviewed: v.optional(helped(list(reviewedWork), 'The works that a review is about, printed below its title.')),
    translators: v.optional(helped(list(person), 'Who translated the article.')),
    original: v.optional(helped(text, 'What it was translated from: title, place and year, with *emphasis*.')),
    interviewers: v.optional(helped(list(person), 'Who asked.')),
    interviewees: v.optional(helped(list(person), 'Who answered.')),
    corrects: v.optional(
      helped(
        list(relatedArticle),
        'The articles that this one corrects; those that it retracts, if its kind is retraction.',
      ),
    ),
    'corrected-by': v.optional(helped(list(relatedArticle), 'The corrections and retractions of this article.')),
    acknowledgements: v.optional(helped(text, 'Thanks; an empty line between paragraphs.')),
    funding: v.optional(
      helped(
        v.union([text, list(grant)], 'text, or a list of grants, each with funder:, and ror: and award:'),
        'Who paid for the work: a text, or a list of grants.',
      ),
    ),
    'competing-interests': v.optional(helped(text, 'Interests of the authors that readers should know of.')),
    'data-availability': v.optional(helped(text, 'Where the data and sources of the article are.')),
    license: v.optional(helped(text, 'The article’s own licence, where it is not the journal’s.')),
    translations: v.optional(helped(list(translation), 'Title, abstract and keywords in other languages.')),
    'repeated-authors': v.optional(
      helped(
        v.picklist(['name', 'dash'], 'name or dash'),
        'How the article’s bibliographies say an author who is also that of the entry above, where it is other than in journal.yaml: name, or dash.',
      ),
    ),
    math: v.optional(
      helped(
        v.record(v.string(), text, 'commands with the TeX that they stand for'),
        'Commands that the author’s formulas use: `\\R: \\mathbb{R}`, with `#1` for what stands in braces behind one.',
      ),
    ),
    bibliography: v.optional(
      helped(
        textOrTexts,
        'The file, or the list of files, with the works that the article cites by keys, [@key]; those of journal.yaml are known, too.',
      ),
    ),
  },
  'the article’s facts, by the keys title:, authors: and so on',
);
