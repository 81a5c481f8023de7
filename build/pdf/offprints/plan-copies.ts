/** A page of the issue that an offprint shows otherwise, and its copy, which is printed behind the last page. Pages are counted from 0. */
export interface Copy {
  article: string;
  /** Whether the article begins on it. */
  opens: boolean;
  /** The page of the issue. */
  page: number;
  /** The page of what is printed. */
  at: number;
}

/**
 * Plans the copies that offprints need: of the page on which an article opens, for it says there where it is from, and of every page that it shares. `articles` are those of each
 * page of the issue. Left and right pages have other margins: so each copy is on the side of its page, and where there is none for a side, the page stays empty.
 */
export function planCopies(articles: readonly (readonly string[])[]): Copy[] {
  const known = new Set<string>();
  const waiting: [Copy[], Copy[]] = [[], []];
  for (const [page, ids] of articles.entries()) {
    for (const article of ids) {
      const opens = !known.has(article);
      known.add(article);
      if (opens || ids.length > 1) waiting[page % 2 === 0 ? 0 : 1].push({ article, opens, page, at: 0 });
    }
  }
  const copies: Copy[] = [];
  for (let at = articles.length; waiting.some(({ length }) => length > 0); at++) {
    const next = waiting[at % 2 === 0 ? 0 : 1].shift();
    if (next) copies.push({ ...next, at });
  }
  return copies;
}
