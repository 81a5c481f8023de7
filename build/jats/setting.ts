import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { PlaceNames } from '../manuscript/numbering/place-names.ts';
import type { CslItem } from '../references/item.ts';
import type { Terms, TermsBook } from '../theme/terms.ts';

/** The facts that the JATS of an issue’s articles is made of, beside each article. */
export interface IssueSetting {
  issue: Issue;
  /** The facts by which it is cited. */
  citedIssue: CitableIssue;
  terms: TermsBook;
  /** The folio of each id; empty without pages. */
  folios: Readonly<Record<string, string>>;
  /** The words of a page reference where there are no pages. */
  nameOf: PlaceNames;
}

/** The facts that the JATS of one article is made of, beside its tree. */
export interface JatsSetting extends IssueSetting {
  article: Article;
  /** The facts by which it is cited. */
  cited: CitableArticle;
  /** The house’s words in the article’s language. */
  words: Terms;
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
