import * as v from 'valibot';
import { indexNames } from './index-model.ts';
import { printSchema } from './print-schema.ts';
import {
  colourValue,
  date,
  doi,
  helped,
  list,
  markdownFile,
  sitePath,
  text,
  textOrNumber,
  wholeNumber,
} from './values.ts';

const section = v.strictObject(
  {
    section: v.optional(helped(text, 'The section’s heading in the contents.')),
    abbreviation: v.optional(
      helped(text, 'The section’s abbreviation in OJS, which knows it by that: ART. It is not printed.'),
    ),
    articles: helped(list(markdownFile), 'The manuscripts of the section, in order: names of files in this folder.'),
  },
  'a section, with the keys section: (its name), abbreviation: and articles: (a list of files)',
);

/** The keys of manuscripts/<issue>/issue.yaml. */
export const issueSchema = v.strictObject(
  {
    volume: helped(textOrNumber, 'The volume, or the year where issues are counted by years.'),
    number: helped(textOrNumber, 'The issue’s number in its volume; 1–2 for a double issue.'),
    whole: v.optional(helped(textOrNumber, 'The issue’s number in all that appeared.')),
    date: helped(date, 'When the issue appears: 2015, 2015-09 or 2015-09-30.'),
    title: v.optional(helped(text, 'The theme of the issue.')),
    topics: v.optional(helped(list(text), 'Lines for the cover.')),
    cover: v.optional(
      helped(
        text,
        'A picture for the cover: a file in this folder. It stands there alone, and nothing is written over it, unless cover-words: says otherwise. Without a picture, a cover is drawn.',
      ),
    ),
    'cover-words': v.optional(
      helped(
        v.picklist(['over', 'none'], 'over or none'),
        'over: the journal’s title, volume, number, date, theme and topics are laid over the picture of cover:, on grounds of their own, so that they can be read whatever it shows. none: the picture has its own words, and stands alone. Without it, none.',
      ),
    ),
    accent: v.optional(helped(colourValue, 'The issue’s own colour, in quotation marks: "#7a1f2b".')),
    'first-page': v.optional(
      helped(
        wholeNumber,
        'The number of the first page, where pages are counted through a volume. The title page is a right-hand one, which are odd: an even number is that of the empty page before it.',
      ),
      1,
    ),
    doi: v.optional(helped(doi, 'The DOI of the issue as a whole.')),
    earlier: v.optional(
      helped(
        list(sitePath),
        'Paths that its page had earlier, from the root of the server on; offprint site leads them to where it is now.',
      ),
    ),
    frozen: v.optional(
      helped(
        v.boolean('true or false'),
        'true once the issue is published: builds fail that would move a page which readers cite. `offprint freeze` sets it, and keeps the pages in pages.json beside.',
      ),
    ),
    ahead: v.optional(
      helped(
        v.boolean('true or false'),
        'true while the issue is not out: only articles with a date published: are deposited, and without volume and pages; pages have no folios.',
      ),
    ),
    'deposit-version': v.optional(
      helped(
        wholeNumber,
        'How often data of the issue were deposited: raise it by one before they are sent again, so that registries take the later ones.',
      ),
    ),
    indexes: v.optional(
      helped(
        list(v.picklist(indexNames, 'subjects or names')),
        'The indexes at the end of the issue, in their order: subjects, names or both. Their entries are the words that manuscripts mark, [words]{.index} and [Name]{.index-name}.',
      ),
    ),
    print: v.optional(helped(printSchema, 'What the printer asks for, where it is other than in journal.yaml.')),
    'publishers-note': v.optional(helped(text, 'A note for the first pages, by the publisher.')),
    contents: helped(list(section), 'The articles in their order, in sections.'),
  },
  'the issue’s facts, by the keys volume:, number:, date:, contents: and so on',
);
