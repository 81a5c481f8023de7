import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { webFile, webName } from '../issue/ids.ts';
import { firstDay } from '../text/date.ts';
import { type PageFile, type PagePlace, pageAddress } from './page-place.ts';

/** A journal’s site: its issues, and the pages that they have there. */
export interface JournalSite {
  /** The address at which it stands, which ends with a slash. */
  base: string | undefined;
  /** From the newest to the oldest. */
  issues: readonly SiteIssue[];
}

/** An issue on the site. Its folder there is that of its manuscripts. */
export interface SiteIssue {
  issue: CitableIssue;
  /** The files in its folder, from the site on. */
  files: ReadonlySet<string>;
}

/** An article on the site, with the place of its page. */
export interface SiteArticle {
  issue: CitableIssue;
  article: CitableArticle;
  at: PagePlace;
}

/** The page of an issue, from the site on. */
export function issuePath({ folder }: Pick<CitableIssue, 'folder'>): string {
  return `${folder}/index.html`;
}

/** The page of an article, from the site on. */
export function articlePath({ folder }: Pick<CitableIssue, 'folder'>, { id }: Pick<CitableArticle, 'id'>): string {
  return `${folder}/${webFile(id)}`;
}

/** The articles of a site that have a page, the newest issue first, in the order of each. */
export function articlesOf({ base, issues }: JournalSite): SiteArticle[] {
  return issues.flatMap(({ issue, files }) =>
    issue.articles.flatMap((article) => {
      const path = articlePath(issue, article);
      return files.has(path) ? [{ issue, article, at: { base, path, files: formsOf(issue, article, files) } }] : [];
    }),
  );
}

const forms: readonly (readonly [ending: string, type: string])[] = [
  ['.pdf', 'application/pdf'],
  ['.epub', 'application/epub+zip'],
  ['.xml', 'application/xml'],
];

/** The article in other forms, as far as the files lie in its folder. */
function formsOf({ folder }: CitableIssue, { id, name }: CitableArticle, files: ReadonlySet<string>): PageFile[] {
  return forms.flatMap(([ending, type]) => {
    const path = `${folder}/${webName(id)}/${name}${ending}`;
    return files.has(path) ? [{ path, type }] : [];
  });
}

/** The day on which what is said of an article was last changed, as far as the issue knows without a clock. */
export function changedOn({ made, depositVersion }: CitableIssue, { published }: CitableArticle): string {
  const stated = [made.toISOString().slice(0, 10), firstDay(published)].sort().at(-1) ?? '';
  // Data that are sent again are newer than they were: a day for each time.
  return new Date(Date.parse(`${stated}T00:00:00Z`) + (depositVersion - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** The address of a page of the site’s own, such as `feed.xml`. */
export function addressOnSite({ base }: Pick<JournalSite, 'base'>, path: string): string | undefined {
  return pageAddress(base, path);
}
