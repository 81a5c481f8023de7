import type { Element } from 'hast';
import { dataBlock } from '../findable/head.ts';
import { periodicalData } from '../findable/json-ld.ts';
import { pageAddress } from '../findable/page-place.ts';
import { pagePolicy, scriptedPolicy } from '../findable/page-policy.ts';
import { articlesOf, type JournalSite } from '../findable/site-model.ts';
import { issueLine } from '../issue/issue-line.ts';
import { languageFor } from '../languages/languages.ts';
import { formatDate } from '../text/date.ts';
import { directionOf } from '../text/direction.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { toXhtml } from '../theme/xhtml.ts';
import type { BuiltWeb } from './built-web.ts';
import { peopleOfSite } from './people.ts';

/** The parts of a site besides its issues, which its own pages name. */
export interface SiteParts {
  /** True if there is a feed. */
  feed: boolean;
  /** The languages of its search, if there is one. */
  search: readonly string[] | undefined;
}

/** The pages of a site that are of no issue: its first, that of its people, and the search. Throws TemplateError. */
export async function sitePages(
  site: JournalSite,
  webs: readonly [BuiltWeb, ...BuiltWeb[]],
  { templates, terms }: Theme,
  parts: SiteParts,
): Promise<Map<string, string>> {
  const [newest] = webs;
  const { journal } = newest.issue;
  const words = termsFor(terms, journal.lang);
  const issues = webs.map(({ issue, citable }) => ({
    path: `${issue.folder}/index.html`,
    line: issueLine(issue, words),
    date: formatDate(issue.facts.date, words),
    isAhead: citable.isAhead,
    theme: issue.phrases.theme && toXhtml(issue.phrases.theme.tree),
    articles: articlesOf(site)
      .filter((one) => one.issue === citable)
      .map((one) => {
        const article = issue.articles.find(({ id }) => id === one.article.id);
        return {
          path: one.at.path,
          lang: one.article.lang,
          title: article ? toXhtml(article.title.tree) : '',
          subtitle: article?.subtitle && toXhtml(article.subtitle.tree),
          authors: one.article.people.filter(({ role }) => role === 'author').map(({ name }) => name),
          pages: one.article.pages,
        };
      }),
  }));
  const render = async (path: string, template: string, title: string, data: object): Promise<[string, string]> => {
    const own: Element[] = [];
    const address = pageAddress(site.base, path);
    const link = (properties: Element['properties']) =>
      own.push({ type: 'element', tagName: 'link', properties, children: [] });
    if (address) link({ rel: ['canonical'], href: address });
    if (parts.feed) link({ rel: ['alternate'], type: 'application/atom+xml', title: journal.title, href: 'feed.xml' });
    if (path === 'index.html')
      own.push(dataBlock({ '@context': 'https://schema.org', ...periodicalData(newest.citable, site) }));
    const text = await templates.render(`site/${template}.ejs`, {
      journal,
      words,
      title,
      lang: journal.lang,
      dir: directionOf(journal.lang),
      description: newest.citable.journal.description,
      headXhtml: toXhtml(own),
      policy: template === 'search' ? searchPolicy : pagePolicy,
      page: path,
      ...parts,
      ...data,
    });
    return [path, `${text.trim()}\n`];
  };
  const people = peopleOfSite(site, journal.lang).map((person) => ({
    ...person,
    articles: person.articles.map(({ article, issue, at }) => ({
      path: at.path,
      lang: article.lang,
      title: article.title,
      year: (issue.isAhead ? article.published : issue.date).slice(0, 4),
    })),
  }));
  const pages = [
    await render('index.html', 'index', journal.title, { issues }),
    await render('people.html', 'people', words.contributors ?? '', { people }),
  ];
  if (parts.search) {
    const endings = Object.fromEntries(
      parts.search.flatMap((lang) => {
        const list = languageFor(terms.languages, lang)?.search?.endings;
        return list ? [[lang, list]] : [];
      }),
    );
    pages.push(await render('search.html', 'search', words['site-search'] ?? '', { endings }));
  }
  return new Map(pages);
}

/** The policy of the search, which is a script of the site, with its index, and a program in WebAssembly. */
const searchPolicy = `${scriptedPolicy} 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'`;
