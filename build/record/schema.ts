import * as v from 'valibot';

/*
 * The page record, pages.json: where every page of the print edition begins and ends in the manuscripts, and on which
 * page everything is. Other editions read here whatever they need to know of pages.
 */

const about = <T>(text: string) => v.description<T, string>(text);

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const folio = v.pipe(
  v.string(),
  about(
    'The page’s number, in arabic figures, as it is printed; empty on a page that is not counted. Pages that are empty, and the title page, have a number that is not printed.',
  ),
);

const place = v.pipe(
  v.strictObject({
    article: v.pipe(v.string(), about('Id of the article, as in articles. Empty for the issue’s own pages.')),
    note: v.optional(v.pipe(v.string(), about('Id of the note, where the place is in one.'))),
    line: v.optional(v.pipe(count, about('Line and column of the manuscript where the block begins, counted from 1.'))),
    column: v.optional(
      v.pipe(count, about('In UTF-16 code units, as editors count them. In a table, the block is the cell.')),
    ),
    word: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      about(
        'How many of the block’s words stand before the place. Words are what white space parts in the text as it is set; calls and the numbers of notes do not count, other numbers and references do.',
      ),
    ),
    letters: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      about(
        'How many characters of the next word, in UTF-16 code units, stand before the place, the hyphen not counted; more than 0 only where a word is divided.',
      ),
    ),
    number: v.optional(
      v.pipe(
        count,
        about(
          'Which column of the page it is, or is in, in reading order. Given for a column only where it is not its place in the list, because one before it has nothing but figures; for a figure or table unless it spans all columns.',
        ),
      ),
    ),
    text: v.pipe(
      v.string(),
      about('Up to six words that follow, the first perhaps the rest of one, to find the place by eye.'),
    ),
  }),
  about('A place between two words, or inside one, of a block of a manuscript.'),
);

const page = v.strictObject({
  index: v.pipe(count, about('Counted from the cover: the page of the PDF.')),
  folio,
  hash: v.optional(
    v.pipe(
      v.string(),
      about('A hash of what is printed on it besides the folio, by which a later build knows if it changed.'),
    ),
  ),
  side: v.pipe(v.picklist(['recto', 'verso']), about('Right or left.')),
  of: v.pipe(v.string(), about('Id of what the page belongs to: an article, contents, masthead, or a single page.')),
  columns: v.pipe(
    v.array(place),
    about(
      'Where each column begins, in reading order; a column with nothing but a figure is left out, but on a page with nothing else the first figure counts.',
    ),
  ),
  notes: v.pipe(
    v.array(place),
    about('Where the notes at the page’s foot begin: inside a note, where one runs on from the page before.'),
  ),
  floats: v.optional(
    v.pipe(
      v.array(place),
      about(
        'The figures and tables that stand at the head or foot of the page or a column, and not where the text has them, by the first words of each.',
      ),
    ),
  ),
});

const article = v.strictObject({
  id: v.pipe(v.string(), about('What every id in the article begins with, made of its name: on-margins.')),
  name: v.pipe(v.string(), about('The manuscript’s file name without .md, in ASCII letters.')),
  first: v.pipe(folio, about('The folio of its first page.')),
  last: v.pipe(folio, about('The folio of the last page on which any of it stands, the rest of a note included.')),
  firstIndex: v.pipe(count, about('The same two pages, counted from the cover.')),
  lastIndex: count,
});

const note = v.strictObject({
  id: v.pipe(v.string(), about('As in ids: on-margins--note-1.')),
  number: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    about('As it is printed; every article counts from 1. 0 for a note with a sign.'),
  ),
  sign: v.optional(v.pipe(v.string(), about('The sign of a note to the title or to an author: *.'))),
  call: v.pipe(folio, about('The page of the first call.')),
  parts: v.pipe(v.array(folio), about('The pages on which the note stands: more than one, where it runs on.')),
});

export const pageRecordSchema = v.pipe(
  v.strictObject({
    format: v.pipe(v.literal('offprint-pages-1'), about('Changes when the meaning of anything in here does.')),
    issue: v.pipe(v.string(), about('What the issue’s files are called: galley-2026-1.')),
    pages: v.pipe(v.array(page), about('All pages, from the cover on.')),
    articles: v.pipe(v.array(article), about('In the order of the issue.')),
    notes: v.pipe(v.array(note), about('Of all articles, in their order.')),
    ids: v.pipe(v.record(v.string(), folio), about('The page of every id: headings, figures, tables, notes, calls.')),
  }),
  v.title('Page record'),
  about('Where every page of an issue begins in its manuscripts, and on which page everything stands.'),
);

export type PageRecord = v.InferOutput<typeof pageRecordSchema>;
export type RecordPlace = v.InferOutput<typeof place>;
