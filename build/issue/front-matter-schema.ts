import * as v from 'valibot';
import { doi, fullDate, helped, lang, list, mailAddress, orcid, ror, text, textOrTexts } from './values.ts';

const author = v.strictObject(
  {
    name: helped(text, 'The name as it is printed.'),
    given: v.optional(helped(text, 'Given names, where a program could not tell them from the name.')),
    family: v.optional(helped(text, 'The family name, by which indexes sort.')),
    honorific: v.optional(helped(text, 'Dr., Prof. and the like; printed before the name.')),
    affiliation: v.optional(helped(text, 'The university or institute.')),
    country: v.optional(helped(text, 'The institution’s country.')),
    ror: v.optional(helped(ror, 'The institution’s ROR id: https://ror.org/05gq02987.')),
    orcid: v.optional(helped(orcid, 'The ORCID, bare or as an address: 0000-0002-1825-0097.')),
    email: v.optional(helped(mailAddress, 'A mail address, printed at the end of the article.')),
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

/** The front matter of a manuscript, between the lines of three hyphens at its head. */
export const frontMatterSchema = v.strictObject(
  {
    title: helped(text, 'The article’s title; *emphasis* can stand in it.'),
    subtitle: v.optional(helped(text, 'A subtitle, without a colon before it.')),
    'short-title': v.optional(helped(text, 'A shorter title for the running heads.')),
    kind: v.optional(
      helped(
        v.picklist(
          ['article', 'interview', 'review', 'editorial', 'note'],
          'article, interview, review, editorial or note',
        ),
        'What the piece is.',
      ),
      'article',
    ),
    authors: helped(list(author), 'The authors, in order.'),
    abstract: v.optional(helped(text, 'What the article says; an empty line between paragraphs.')),
    keywords: v.optional(helped(list(text), 'Words by which the article is found: [margins, pages].')),
    lang: v.optional(helped(lang, 'The article’s language, where it is not the journal’s: en, uk, ru, de, fr …')),
    doi: v.optional(helped(doi, 'The article’s DOI: 10.5555/ua.2015.1.1.')),
    received: v.optional(helped(fullDate, 'When the manuscript came in: 2015-09-30.')),
    accepted: v.optional(helped(fullDate, 'When it was accepted: 2015-09-30.')),
    funding: v.optional(helped(text, 'Who paid for the work.')),
    license: v.optional(helped(text, 'The article’s own licence, where it is not the journal’s.')),
    translations: v.optional(helped(list(translation), 'Title, abstract and keywords in other languages.')),
    'repeated-authors': v.optional(
      helped(
        v.picklist(['name', 'dash'], 'name or dash'),
        'How the article’s bibliographies say an author who is also that of the entry above, where it is other than in journal.yaml: name, or dash.',
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
