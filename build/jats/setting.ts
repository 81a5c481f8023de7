import type { Article, Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import type { CslItem } from '../references/item.ts';
import type { Terms, TermsBook } from '../theme/terms.ts';

/** The facts that the JATS of an issue’s articles is made of, beside each article. */
export interface IssueSetting {
  issue: Issue;
  terms: TermsBook;
  /** The pages of the print edition; undefined if the build has none, and nothing is said of pages. */
  record: PageRecord | undefined;
  /** The words of a page reference where there are no pages. */
  nameOf: (id: string, from: Article) => string;
}

/** The facts that the JATS of one article is made of, beside its tree. */
export interface JatsSetting extends IssueSetting {
  article: Article;
  /** The house’s words in the article’s language. */
  words: Terms;
  /** The folio of each id; empty without pages. */
  folios: Readonly<Record<string, string>>;
  /** The kind of place that each id of the article is, as references name it. */
  places: ReadonlyMap<string, PlaceKind>;
  /** The works that it cites, by the ids of their entries, or by their keys where they have none. */
  works: ReadonlyMap<string, CslItem>;
}

/** The kind of a place, as `ref-type` names it. */
export type PlaceKind =
  | 'sec'
  | 'fig'
  | 'table'
  | 'disp-formula'
  | 'statement'
  | 'boxed-text'
  | 'list'
  | 'fn'
  | 'bibr'
  | 'other';
