/** An article as a finished file describes it. Facts that a form has no place for are undefined. */
export interface SaidArticle {
  /** The name of the article’s files, where the form has it. */
  name?: string | undefined;
  title?: string | undefined;
  /** A text that the title is in, where a template decides what stands around it. */
  titleIn?: string | undefined;
  /** The authors, in order, in whatever form of their names. */
  authors?: string[] | undefined;
  doi?: string | undefined;
  /** The address. */
  licence?: string | undefined;
  abstract?: string | undefined;
  pages?: { first: string; last: string } | undefined;
  /** The folios of pages that begin in it; the first may have begun before. */
  folios?: string[] | undefined;
}

/** The articles of an issue as a finished file describes them. */
export interface SaidIssue {
  articles: SaidArticle[];
  /** True if it has all articles of the issue; `registered` if it has those with a DOI. */
  has: 'all' | 'registered' | 'one';
  /** True for data that others are given: no article is in them before it appears. */
  isForOthers?: boolean;
}

/** Reads what a file says. Throws an Error for one that cannot be read. */
export type ReadSaid = (bytes: Uint8Array, path: string) => Promise<SaidIssue> | SaidIssue;
