import { articleOfId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import { type PlaceNames, placeNames } from '../manuscript/numbering/place-names.ts';
import { doiAddress } from '../text/identifiers.ts';
import type { TermsBook } from '../theme/terms.ts';
import { indexedIds } from './book-indexes.ts';
import { addressIn, bookForm, type ReflowForm } from './form.ts';

/** The places of an issue's ids in an edition whose text flows, and the names of their elements. */
export interface BookTargets {
  /**
   * The link to an id from an article: `#on-margins--…` in the article itself, `on-margins.xhtml#on-margins--…` from
   * others. In the book of one article, the DOI of another; undefined if it has none.
   */
  href(id: string, from: Article): string | undefined;
  /** The name of the element with an id. */
  name: PlaceNames;
  /** The page of the print edition that an id is on; undefined if there is no print edition. */
  folio(id: string): string | undefined;
  /** True if an index of the book leads to an id. */
  isIndexed(id: string): boolean;
  /** All folios, by the ids of the elements on each page. */
  folios: Readonly<Record<string, string>>;
}

/**
 * Finds the targets of an issue. `folios` are those of the print edition, by id; `only` is the article of a book of its
 * own. Throws for an id that belongs to no article.
 */
export function bookTargets(
  issue: Issue,
  terms: TermsBook,
  folios: Readonly<Record<string, string>> = {},
  only?: Article,
  form: ReflowForm = bookForm,
): BookTargets {
  const articles = new Map(issue.articles.map((article) => [article.id, article]));
  const articleOf = (id: string): Article => {
    const article = articles.get(articleOfId(id));
    if (!article) throw new Error(`No article has the id ${id}`);
    return article;
  };
  const indexed = only ? new Set() : indexedIds(issue);
  return {
    href(id, from) {
      const article = articleOf(id);
      if (article === from || !only) return addressIn(form, id, from);
      return article.front.doi && doiAddress(article.front.doi);
    },
    name: placeNames(issue, terms),
    folio: (id) => folios[id] || undefined,
    isIndexed: (id) => indexed.has(id),
    folios,
  };
}
