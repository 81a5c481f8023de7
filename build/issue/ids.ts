/*
 * The ids of an issue are made and read here alone. An article has the id of its manuscript’s name, `on-margins`; what
 * stands in it has both, with two hyphens between, `on-margins--fig-map`. So an id does not depend on where in the issue
 * its article stands, nor on what else the issue has. Names are ASCII letters, digits and single hyphens
 * (`article-names.ts`), so the first two hyphens part the two, whatever ids an author gave. Each id is good for XML, CSS,
 * files and the names of a PDF.
 */

/**
 * The id of an article, by its name. A name that may not begin an id, or is the name of something else in an edition,
 * gets a `_` before it, which no name has.
 */
export function articleId(name: string): string {
  return /^[a-z]/.test(name) && !taken.test(name) ? name : `_${name}`;
}

/** The id of something in an article. `part` is what its author, or Offprint, calls it there: `fig-map`, `note-1`. */
export function idIn(article: string, part: string): string {
  return `${article}--${part}`;
}

/** The article that an id is of: its own id, or that of what stands in it. Empty for no id. */
export function articleOfId(id: string): string {
  return id.split('--', 1)[0] ?? '';
}

/** What an id is called in its article; empty for the article’s own. */
export function partOfId(id: string): string {
  const at = id.indexOf('--');
  return at < 0 ? '' : id.slice(at + 2);
}

/**
 * The id of the place where something ends: a section, a figure, an article’s text. It may have several ends, counted
 * from 0. No author can give such an id.
 */
export function endId(id: string, end = 0): string {
  return idIn(articleOfId(id), `_end${end || ''}-${partOfId(id)}`);
}

/** True of an id that `endId` made. */
export function isEndId(id: string): boolean {
  return partOfId(id).startsWith('_end');
}

/** The names of an article’s pages in `@page` rules: of the page on which it opens, and of the others. */
export function articlePages(article: string): { first: string; rest: string } {
  return { first: `${article}--open`, rest: `${article}--pages` };
}

/** The name that a style has for pages with a name: `article` for those of any article, else the name itself. */
export function styledPages(name: string, articles: readonly { id: string }[]): string {
  const isArticles = articles.some(({ id }) => Object.values(articlePages(id)).includes(name));
  return isArticles ? 'article' : name;
}

/** The file of an article in an e-book. */
export function articleFile(article: string): string {
  return `${article}.xhtml`;
}

/** Ids and files that the packaged templates have beside articles; and names of devices in Windows, where no file has one. */
const taken =
  /^(?:about|abstract|board|colophon|contents|cover|cover-back|landmarks(?:-title)?|masthead|nav|notes|page-.*|title|title-page|toc|aux|con|nul|prn|(?:com|lpt)\d)$/;
