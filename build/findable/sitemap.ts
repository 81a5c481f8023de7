import { element } from '../xml/element.ts';
import { xmlFile } from '../xml/xml-file.ts';
import { canonicalOf } from './page-place.ts';
import { addressOnSite, articlesOf, changedOn, issuePath, type JournalSite } from './site-model.ts';

/**
 * The list of a site’s pages for search engines (sitemaps.org): the address of each by which it is known, with the day
 * of its last change. `own` are pages that are of no issue. Undefined without a base.
 */
export function sitemap(site: JournalSite, own: readonly string[]): Uint8Array | undefined {
  if (!site.base) return undefined;
  const issues = site.issues.map(({ issue }) => ({
    loc: canonicalOf(issue.address, { base: site.base, path: issuePath(issue) }),
    lastmod: issue.articles
      .map((article) => changedOn(issue, article))
      .sort()
      .at(-1),
  }));
  const articles = articlesOf(site).map(({ issue, article, at }) => ({
    loc: canonicalOf(article.address, at),
    lastmod: changedOn(issue, article),
  }));
  const all = [...own.map((path) => ({ loc: addressOnSite(site, path), lastmod: undefined })), ...issues, ...articles];
  return xmlFile(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      all.map(({ loc, lastmod }) =>
        element('url', {}, element('loc', {}, loc), lastmod && element('lastmod', {}, lastmod)),
      ),
    ),
  );
}

/** `robots.txt`: all may read all, and the list of pages is named. */
export function robots(site: JournalSite): string {
  const list = addressOnSite(site, 'sitemap.xml');
  return `User-agent: *\nAllow: /\n${list ? `\nSitemap: ${list}\n` : ''}`;
}
