import type { Element } from 'xast';
import { firstDay } from '../text/date.ts';
import { doiAddress } from '../text/identifiers.ts';
import { element, elementIfAny } from '../xml/element.ts';
import { xmlFile } from '../xml/xml-file.ts';
import { canonicalOf, pdfOf } from './page-place.ts';
import type { JournalSite, SiteArticle } from './site-model.ts';
import { addressOnSite, articlesOf, changedOn } from './site-model.ts';
import { peopleOf, wholeTitle } from './titles.ts';

/** How many articles a feed has at most: readers of feeds fetch it again and again. */
const most = 60;

/**
 * The journal’s feed, Atom (RFC 4287): its newest articles with authors, abstract, keywords, licence and files, and
 * what PRISM has of journals. Undefined without a base, or without an article.
 */
export function atomFeed(site: JournalSite): Uint8Array | undefined {
  const newest = articlesOf(site)
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? 1 : dayOf(one) > dayOf(other) ? -1 : 0))
    .slice(0, most);
  const [latest] = site.issues;
  const self = addressOnSite(site, 'feed.xml');
  if (!latest || !self || newest.length === 0) return undefined;
  const { journal } = latest.issue;
  const updated =
    newest
      .map(({ issue, article }) => changedOn(issue, article))
      .sort()
      .at(-1) ?? '';
  return xmlFile(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.1/',
        'xml:lang': journal.lang,
      },
      element('title', {}, journal.title),
      elementIfAny('subtitle', {}, journal.description),
      element('id', {}, site.base),
      element('updated', {}, instant(updated)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: site.base }),
      element('author', {}, element('name', {}, journal.title)),
      newest.map(entry),
    ),
  );
}

function dayOf({ article }: SiteArticle): string {
  return firstDay(article.published);
}

function entry({ issue, article, at }: SiteArticle): Element {
  const { lang, doi, licence, pages, abstract, keywords } = article;
  const page = canonicalOf(article.address, at) ?? '';
  const pdf = pdfOf(article.pdf, at);
  const { journal } = issue;
  return element(
    'entry',
    { 'xml:lang': lang },
    element('title', {}, wholeTitle(article)),
    element('id', {}, doi ? doiAddress(doi) : page),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: lang, href: page }),
    pdf && element('link', { rel: 'enclosure', type: 'application/pdf', href: pdf }),
    licence?.address && element('link', { rel: 'license', href: licence.address }),
    element('published', {}, instant(dayOf({ issue, article, at }))),
    element('updated', {}, instant(changedOn(issue, article))),
    peopleOf(article, 'author').map(({ name, orcid }) =>
      element('author', {}, element('name', {}, name), elementIfAny('uri', {}, orcid && `https://orcid.org/${orcid}`)),
    ),
    keywords.map((term) => element('category', { term })),
    elementIfAny('summary', {}, abstract.join('\n\n')),
    elementIfAny('rights', {}, article.copyright),
    element('prism:publicationName', {}, journal.title),
    elementIfAny('prism:eIssn', {}, journal.issn.online),
    elementIfAny('prism:issn', {}, journal.issn.print),
    issue.isAhead ? undefined : [element('prism:volume', {}, issue.volume), element('prism:number', {}, issue.number)],
    pages && [element('prism:startingPage', {}, pages.first), element('prism:endingPage', {}, pages.last)],
    elementIfAny('prism:doi', {}, doi),
  );
}

/** A day as a moment: Atom knows no days. */
function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

/** A text that can stand in markup and in quotation marks. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
