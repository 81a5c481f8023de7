import * as v from 'valibot';

/*
 * The page record, pages.json: where every page of the print edition begins and ends in the manuscripts, and on which page everything stands. What another
 * edition needs to know of pages, it reads here.
 */

const about = <T>(text: string) => v.description<T, string>(text);

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const folio = v.pipe(v.string(), about('The number printed on the page; empty on a page that is not counted.'));

const place = v.pipe(
  v.strictObject({
    article: v.pipe(v.string(), about('Id of the article: a1. Empty for the issue’s own pages.')),
    note: v.optional(v.pipe(v.string(), about('Id of the note, where the place is in one.'))),
    line: v.optional(v.pipe(count, about('Line and column of the manuscript where the block begins, counted from 1.'))),
    column: v.optional(count),
    word: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      about(
        'How many of the block’s words stand before the place. Words are what white space parts; calls and the numbers of notes do not count.',
      ),
    ),
    letters: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      about('How many letters of the next word stand before the place; more than 0 only where a word is divided.'),
    ),
    text: v.pipe(v.string(), about('The words that follow, to find the place by eye.')),
  }),
  about('A place between two words, or inside one, of a block of a manuscript.'),
);

const page = v.strictObject({
  index: v.pipe(count, about('Counted from the cover: the page of the PDF.')),
  folio,
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
});

const article = v.strictObject({
  id: v.string(),
  name: v.pipe(v.string(), about('The manuscript’s file name without .md.')),
  first: folio,
  last: folio,
  firstIndex: count,
  lastIndex: count,
});

const note = v.strictObject({
  id: v.string(),
  number: count,
  call: v.pipe(folio, about('The page of the first call.')),
  parts: v.pipe(v.array(folio), about('The pages on which the note stands: more than one, where it runs on.')),
});

export const pageRecordSchema = v.pipe(
  v.strictObject({
    format: v.pipe(v.literal('offprint-pages-1'), about('Changes when the meaning of anything in here does.')),
    issue: v.string(),
    pages: v.array(page),
    articles: v.array(article),
    notes: v.array(note),
    ids: v.pipe(v.record(v.string(), folio), about('The page of every id: headings, figures, tables, notes, calls.')),
  }),
  v.title('Page record'),
  about('Where every page of an issue begins in its manuscripts, and on which page everything stands.'),
);

export type PageRecord = v.InferOutput<typeof pageRecordSchema>;
export type RecordPlace = v.InferOutput<typeof place>;
