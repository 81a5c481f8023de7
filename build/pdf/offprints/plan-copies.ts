/**
 * A page that an offprint shows differently from the issue, and its copy, which is printed behind the last page. Pages
 * are counted from 0.
 */
export interface PageCopy {
  article: string;
  /** True if the article begins on it. */
  opens: boolean;
  /** The index of the page in its unit. */
  page: number;
  /** The index of the copy in the unit’s printed file. */
  at: number;
}

/**
 * Plans the copies that offprints need: of the page on which an article opens, because the offprint names its source
 * there, and of every page that the article shares. `articles` are those of each page of a unit, and `before` the
 * number of the pages before it. Left and right pages have different margins, so each copy is on the side of
 * its page, and a page stays empty where no copy for its side is left.
 */
export function planCopies(articles: readonly (readonly string[])[], before: number): PageCopy[] {
  const known = new Set<string>();
  const waiting: [PageCopy[], PageCopy[]] = [[], []];
  for (const [page, ids] of articles.entries()) {
    for (const article of ids) {
      const opens = !known.has(article);
      known.add(article);
      if (opens || ids.length > 1) waiting[(before + page) % 2 === 0 ? 0 : 1].push({ article, opens, page, at: 0 });
    }
  }
  const copies: PageCopy[] = [];
  for (let at = articles.length; waiting.some(({ length }) => length > 0); at++) {
    const next = waiting[(before + at) % 2 === 0 ? 0 : 1].shift();
    if (next) copies.push({ ...next, at });
  }
  return copies;
}
