/*
 * The ids of an issue are made and read here alone. The id of an article is its manuscript’s name, `on-margins`; the id
 * of an element in it is both names with two hyphens between, `on-margins--fig-map`. So an id does not depend on the
 * article's position in the issue, nor on the other articles. Names are ASCII letters, digits and single hyphens
 * (`article-names.ts`), so the first two hyphens part the two names, whatever ids an author gave. Each id is valid in
 * XML, CSS, file names and the names of a PDF.
 */

/**
 * The id of an article, by its name. A name that cannot begin an id, or that something else in an edition has, gets a
 * `_` before it, which no name begins with.
 */
export function articleId(name: string): string {
  return /^[a-z]/.test(name) && !reservedNames.test(name) ? name : `_${name}`;
}

/** The id of an element in an article. `part` is its name there, from the author or Offprint: `fig-map`, `note-1`. */
export function idIn(article: string, part: string): string {
  return `${article}--${part}`;
}

/** The id of the article that an id belongs to, or its own if it is an article's. Empty for an empty id. */
export function articleOfId(id: string): string {
  return id.split('--', 1)[0] ?? '';
}

/** The part of an id that names an element in its article; empty for the article’s own id. */
export function partOfId(id: string): string {
  const at = id.indexOf('--');
  return at < 0 ? '' : id.slice(at + 2);
}

/**
 * The id of the place where something ends: a section, a figure, an article’s text. There may be several ends, counted
 * from 0. No author can give such an id.
 */
export function endId(id: string, end = 0): string {
  return idIn(articleOfId(id), `_end${end || ''}-${partOfId(id)}`);
}

/** True of an id that `endId` made. */
export function isEndId(id: string): boolean {
  return partOfId(id).startsWith('_end');
}

/** The name in its article of the entry of a cited work; `name` is made of its key. */
export function workPart(name: string): string {
  return `cited-work-${name}`;
}

/** True of the id of an entry of a cited work, with its article or without. */
export function isWorkId(id: string): boolean {
  return (partOfId(id) || id).startsWith(workPart(''));
}

/** The names of an article’s pages in `@page` rules: of its opening page, and of the others. */
export function articlePages(article: string): { first: string; rest: string } {
  return { first: `${article}--open`, rest: `${article}--pages` };
}

/** The name that a style has for named pages: `article` for those of any article, otherwise the name itself. */
export function styledPages(name: string, articles: readonly { id: string }[]): string {
  const isArticles = articles.some(({ id }) => Object.values(articlePages(id)).includes(name));
  return isArticles ? 'article' : name;
}

/** The file of an article in an e-book. */
export function articleFile(article: string): string {
  return `${article}.xhtml`;
}

/** The name of an article’s files on the web, by its id. Names of devices, and of the issue’s own files, have a `_`. */
export function webName(article: string): string {
  const name = article.replace(/^_(?=\d)/, '');
  return /^(?:index|assets|cite)$/.test(name) ? `_${name}` : name;
}

/** The page of an article on the web, by its id. */
export function webFile(article: string): string {
  return `${webName(article)}.html`;
}

/**
 * Ids and files that the packaged templates have beside articles, and the names of devices, which Windows allows for no
 * file.
 */
const reservedNames =
  /^(?:about|abstract|board|colophon|contents|cover|cover-back|index-subjects|index-names|landmarks(?:-title)?|masthead|nav|notes|page-.*|title|title-page|toc|aux|con|nul|prn|(?:com|lpt)\d)$/;
