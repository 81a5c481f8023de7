/**
 * The costs of what a page may do. The unit is the cost of a column that is one line short, which an attentive reader
 * just notices. The costs of a page are added up, and the sum over an article is made as small as possible. What costs
 * as much as a rule in `hard` is done only if nothing else is left, the cheapest first; each such page is reported.
 */
export const costs = {
  /**
   * By the line, squared: a column that ends above the foot. Two short lines in one column are worse than one in each
   * of two.
   */
  short: 2.5,
  /** By the line of difference, squared: columns of one page that end at different heights, side by side. */
  uneven: 3,
  /** By the line, squared: lacking in all columns alike, and hidden by the whites of the notes or of the opening. */
  hidden: 0.3,
  /** A line that is lacking in a column, and that the white around a list or above a heading takes; a second, twice. */
  given: 0.8,
  /**
   * A hyphen at a column’s foot, where the eye has a long way to the rest of the word: less than a line left out there.
   * And at a page’s foot, where the page must be turned: more than a line left out in each of two columns.
   */
  hyphenColumn: 1.8,
  hyphenPage: 14,
  /** A heading with fewer than four lines of its text below it, which seems to belong to nothing. */
  headingNearFoot: 2,
  /** A break between a line that ends with a colon and the list or quotation that it announces. */
  colonAtFoot: 0.8,
  /** Just two lines at the head of a column, of which the second is short: hardly better than a widow. */
  shortWidow: 1,
  /** A pull quote, box or picture at the head or foot of a column, where there is nothing for it to interrupt. */
  interruptionAtEdge: 4,
  /** A stanza, or an entry of a bibliography, that is divided between columns; and more for a stanza over a page. */
  stanzaSplit: 8,
  stanzaPage: 6,
  entrySplit: 2,
  /** A table that runs on to the next column. */
  tableSplit: 5,
  /** A note that runs on to the next page: the reader must turn it twice. */
  noteSplit: 40,
  /** More, if that leaves a single line of one of its paragraphs on one side. */
  noteStub: 2,
  /** A note that is divided between the columns at the foot of one page. */
  noteParted: 1.5,
  /** By the line beyond one: columns of notes that end at different heights. */
  noteUnlevel: 0.5,
  /** A float at the foot rather than at the head. */
  floatAtFoot: 0.3,
  /** A float that precedes its place in the text, on the same page. */
  floatEarly: 0.2,
  /** A float that waits for the next page; and, for each page more, one that waits longer. */
  floatLate: 6,
  floatLater: 25,
  /** A page of floats alone after the end of the text: better a few of its lines with them. */
  floatAlone: 120,
  /** A page of the rest of notes alone after the end of the text, likewise. */
  notesAlone: 60,
  /** By the missing line: a page with fewer than `fewLines` lines a column above its notes, while the text goes on. */
  textFew: 8,
  /**
   * A paragraph that is set a line longer or shorter than at its best; and more, by how much worse its lines are
   * (`BlockVariant.looser`).
   */
  change: 1,
  changeLooser: 0.04,
  /** A page: an article should not be longer than necessary. */
  page: 5,
  /** By the missing line: a last page with fewer than `fewLines` lines a column, on the average. */
  lastPageFew: 12,
  /** By the missing line: a column with fewer than three lines of text above or below its floats. */
  besideFloatFew: 4,
} as const;

/** Numbers of lines: few for a last page; near the foot for a heading; few in a column with a float. */
export const fewLines = 5;
export const nearFoot = 4;
export const fewBesideFloat = 3;

/** Rules that a page breaks only if nothing else is left, the cheapest first. */
export const hard = {
  /** Fewer lines of a paragraph at a column’s head or foot than the style asks for. */
  paragraphParted: 10_000,
  /** Fewer than two lines of a note on either side. */
  noteParted: 12_000,
  /** A break that the style forbids: between a table’s head and its rows, or a question and its answer. */
  avoid: 30_000,
  /** A heading that is not followed by two lines of its text. */
  headingParted: 40_000,
  /** A float beyond the end of its article, in the next one, which runs on after it. */
  floatAstray: 50_000,
  /** A float in which notes are called, away from the page of these notes. */
  floatAway: 60_000,
  /** A note that begins on the page after its call. */
  noteLate: 1_000_000,
  /** Something that is higher than the page. */
  overfull: 10_000_000,
} as const;

/**
 * A reason for which a page is reported: a rule above that it broke; figures alone after the end of the text; or that
 * there were too many ways to try them all.
 */
export type BreakableRule = keyof typeof hard | 'floatAlone' | 'greedy';
