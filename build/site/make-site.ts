import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import type { Cache } from '../cache/cache.ts';
import { hasErrors, report } from '../diagnostics/report.ts';
import type { Repository } from '../disk/repository.ts';
import { startPublishing } from '../dist/publish.ts';
import { atomFeed } from '../findable/feed.ts';
import { oaiRepository } from '../findable/oai.ts';
import { siteBase } from '../findable/page-place.ts';
import { serverFiles } from '../findable/server-files.ts';
import { articlePath, type JournalSite } from '../findable/site-model.ts';
import { robots, sitemap } from '../findable/sitemap.ts';
import type { Style } from '../styles/style.ts';
import { houseTemplate } from '../theme/templates.ts';
import type { Theme } from '../theme/theme.ts';
import type { BuiltWeb } from './built-web.ts';
import { earlierAddresses } from './earlier-addresses.ts';
import bundle from './in-page/index.ts?bundle';
import { searchIndex } from './search-index.ts';
import { type SearchRecord, searchRecords } from './search-text.ts';
import { siteLook } from './site-look.ts';
import { sitePages } from './site-pages.ts';

/** The folder of a journal’s site, beside those of its issues. */
export const siteFolder = 'site';

/** A site that was put together, or why none was. */
export interface SiteMade {
  /** The folder; undefined if there were errors. */
  folder?: string;
  /** What the user should know, a line each. */
  remarks: string[];
  /** The files that faults were reported on. */
  files: VFile[];
}

/** The means to make a site. */
export interface SiteMeans {
  repository: Repository;
  theme: Theme;
  /** The journal’s style for the web. */
  style: Style;
  cache: Cache;
  /** The folder for what is made. */
  out: string;
}

/**
 * Puts a journal’s site together from the web editions of its issues, in `<out>/site/`: all of it is there at once, or
 * nothing of it is changed. `webs` are the newest first. Throws TemplateError, OutputInTheWay, SearchFailed.
 */
export async function makeSite(
  webs: readonly [BuiltWeb, ...BuiltWeb[]],
  { repository, theme, style, cache, out }: SiteMeans,
): Promise<SiteMade> {
  const [newest] = webs;
  const { journal: located } = newest.source;
  const { contacts, 'oai-gateway': gateway } = located.value;
  const base = siteBase(newest.citable.journal);
  const remarks: string[] = [];
  const files = [...new Set(webs.flatMap(({ issue }) => issue.files)), located.file];
  const texts = new Map<string, Uint8Array>();
  const add = (path: string, content: Uint8Array | string | undefined): void => {
    if (content === undefined) return;
    texts.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  const site: JournalSite = {
    base,
    issues: webs.map(({ citable, files: all }) => ({
      issue: citable,
      files: new Set(all.map((path) => `${citable.folder}/${path}`)),
    })),
  };
  if (!base)
    report(located.file, 'site-known', {
      at: located.at('contacts'),
      found: 'It is not known where the site will stand, so it has no sitemap, feed, OAI and link headers',
      expected: 'contacts: with website:',
      fix: 'Add it below contacts: website: https://example.org/journal/',
    });
  const records = webs.flatMap((web) => recordsOf(web, site));
  const index = records.length > 0 ? await searchIndex(records) : undefined;
  if (index) {
    for (const { path, data } of index) add(path, data);
    add('search.js', bundle.script.replace(/\n\/\/# sourceURL=.*\n?$/, ';\n'));
  } else
    remarks.push('The site has no search: Pagefind is not installed. `npm install pagefind` beside Offprint adds it.');
  const feed = atomFeed(site);
  const languages = [...new Set(records.map(({ language }) => language))].sort();
  const pages = await sitePages(site, webs, theme, {
    feed: feed !== undefined,
    search: index ? languages : undefined,
  });
  for (const [path, text] of pages) add(path, text);
  const own = new TextDecoder().decode((await houseTemplate(repository, 'templates/site/site.css')).data);
  const shown = index ? records.flatMap(({ content, meta }) => [content, ...Object.values(meta)]) : [];
  for (const [path, data] of await siteLook(pages, shown, { style, own }, cache)) add(path, data);
  add('feed.xml', feed);
  add('sitemap.xml', sitemap(site, ['index.html', 'people.html']));
  add('robots.txt', robots(site));
  const { email } = contacts ?? {};
  if (base && email) add('oai.xml', oaiRepository(site, { email, gateway }));
  else if (base) remarks.push('The site has no oai.xml: it wants email: under contacts: in journal.yaml.');
  const taken = new Set([...texts.keys(), ...site.issues.flatMap((one) => [...one.files])]);
  const earlier = earlierAddresses(webs, site, taken);
  const outside = earlier.redirects.filter(({ from }) => base && !from.startsWith(new URL(base).pathname));
  if (outside.length > 0)
    remarks.push(
      `Earlier addresses outside the site’s folder, which only the server’s own rules can lead on: ${outside.map(({ from }) => from).join(', ')}. servers/nginx.conf and _redirects have them.`,
    );
  for (const [path, text] of earlier.pages) add(path, text);
  for (const { path, text } of serverFiles(site, earlier.redirects)) add(path, text);
  if (hasErrors(files)) return { remarks, files };
  const publication = await startPublishing(out, siteFolder);
  try {
    for (const [path, data] of [...texts].sort(([one], [other]) => (one < other ? -1 : 1)))
      await publication.write(path, data);
    for (const { folder, issue, files: all } of webs)
      for (const path of all) await publication.write(`${issue.folder}/${path}`, await readFile(join(folder, path)));
    const { folder, messages } = await publication.place(() => false);
    return { folder, remarks: [...remarks, ...messages], files };
  } finally {
    await publication.end();
  }
}

/** What the search finds of an issue: the articles that it cites and that have their pages. */
function recordsOf({ issue, citable }: BuiltWeb, site: JournalSite): SearchRecord[] {
  return citable.articles.flatMap((cited) => {
    const article = issue.articles.find(({ id }) => id === cited.id);
    const url = article && articlePath(issue, article);
    if (!article || !url || !site.issues.some(({ files }) => files.has(url))) return [];
    const authors = article.front.authors.map(({ name }) => name).join(', ');
    const number = citable.isAhead ? [] : [`${citable.volume}, ${citable.number}`];
    return searchRecords(article, url, [authors, ...number, cited.published.slice(0, 4)].join(' · '));
  });
}
