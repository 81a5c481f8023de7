/**
 * What a page may do, and at what cost. The unit is what a column costs that is one line short, about what an attentive reader just notices.
 * Costs of one page are added up, and the article’s sum is made as small as it can be; whatever costs `hard` or more is done only where nothing
 * else is left, the cheaper before the dearer: that is the order of concessions. Each comes with a diagnostic.
 */
export const costs = {
  /** By the line, squared: a column that ends above the foot. Two short lines are worse than one line in two columns. */
  short: 1.5,
  /** By the line of difference, squared: columns of one page that end at different heights, side by side. */
  uneven: 3,
  /** A hyphen at a column’s foot, where the eye has a long way to the rest of the word; and at a page’s, where it must be turned. */
  hyphenColumn: 1.2,
  hyphenPage: 2.5,
  /** A heading with fewer than four lines of its text below it: it seems to belong to nothing. */
  headingNearFoot: 2,
  /** The line before a list or quotation that it leads over to, parted from it. */
  colonAtFoot: 0.8,
  /** Just two lines at the head of a column of which the second is short: hardly better than a widow. */
  shortWidow: 1,
  /** A pull quote, box or picture at a column’s very head or foot, where there is nothing for it to interrupt. */
  interruptionAtEdge: 1.5,
  /** A table of the column that runs on to the next. */
  tableSplit: 5,
  /** A note that runs on to the next page: the reader must turn it twice. */
  noteSplit: 6,
  /** Where that leaves a single line of one of its paragraphs on one side. */
  noteStub: 2,
  /** A note parted between the columns at the foot of one page. */
  noteParted: 0.4,
  /** A float at the foot rather than at the head. */
  floatAtFoot: 0.3,
  /** A float that stands in front of its place in the text, on the same page. */
  floatEarly: 0.2,
  /** A float that waits for the next page; and by the page, one that waits longer. */
  floatLate: 6,
  floatLater: 25,
  /** A page of floats alone after the end of the text: better a few of its lines with them. */
  floatAlone: 120,
  /** By the line that is lacking: a page of fewer than `few` lines a column above its notes, while the text goes on. */
  textFew: 8,
  /** A page. An article should not be longer than it must. */
  page: 5,
  /** By the line that is lacking: a last page of fewer than `few` lines a column. */
  lastPageFew: 5,
} as const;

/** Lines: what counts as few on a last page, as near the foot for a heading. */
export const few = 5;
export const nearFoot = 4;

/** In the order of concessions. */
export const hard = {
  /** Fewer lines of a paragraph at a column’s head or foot than the style asks for. */
  paragraphParted: 10_000,
  /** Fewer than two lines of a note on either side. */
  noteParted: 12_000,
  /** What the style forbids to part: a table’s head from its rows, a question from its answer. */
  avoid: 30_000,
  /** A heading that is not followed by two lines of its text. */
  headingParted: 40_000,
  /** A float beyond the end of its article, in the one that runs on after it. */
  floatAstray: 50_000,
  /** A float that is called for a note, away from its page. */
  floatAway: 60_000,
  /** A note that begins on the page after its call. */
  noteLate: 1_000_000,
  /** What is higher than the page. */
  overfull: 10_000_000,
} as const;

/** What is told of pages: what they could not keep, of the above; figures alone after the end; and that there were too many ways to try them all. */
export type Concession = keyof typeof hard | 'floatAlone' | 'greedy';
